package dev.certus.run;

import dev.certus.record.RecordException;
import java.util.Locale;

/** Why a record got no decisions. */
public enum RejectReason {
  /** It is no JSON object. */
  MALFORMED,
  /** It breaks the contract of records. */
  INVALID,
  /** It is longer than any record may be, or has more facts. */
  OVERSIZE,
  /** Its rows in other tables name a candidate that the table of candidates lacks. */
  ORPHAN,
  /** Its candidate stands more than once: in the table of candidates, or in a run of a register. */
  DUPLICATE,
  /** A rule failed on it, fired without end, took too long or contradicted another. */
  RULES,
  /** The output cannot hold its decisions. */
  UNWRITABLE;

  /** What kind of fault made a record unreadable. */
  public static RejectReason of(RecordException e) {
    boolean whole = e.problems().size() == 1 && e.problems().get(0).pointer().isEmpty();
    return whole ? MALFORMED : INVALID;
  }

  /** The reason as outputs write it: in lower case. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
