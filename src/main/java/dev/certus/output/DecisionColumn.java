package dev.certus.output;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of decisions as rows, in their order. */
public enum DecisionColumn {
  CANDIDATE_ID(Kind.TEXT),
  AS_OF(Kind.INSTANT),
  CODE(Kind.TEXT),
  SUBJECT_KIND(Kind.TEXT),
  SUBJECT_ID(Kind.TEXT),
  FROM(Kind.INSTANT),
  UNTIL(Kind.INSTANT),
  THROUGH(Kind.INSTANT),
  CLAUSE(Kind.TEXT),
  RULE(Kind.TEXT),
  REASON(Kind.TEXT),
  EVIDENCE(Kind.LIST),
  READINGS(Kind.LIST),
  DETAILS(Kind.OBJECT);

  /** What the cells of a column hold. */
  public enum Kind {
    /** A text. */
    TEXT,
    /** An instant with an offset, or nothing. */
    INSTANT,
    /** Texts, as a JSON array. */
    LIST,
    /** Values by their names, as a JSON object. */
    OBJECT
  }

  private final Kind kind;

  DecisionColumn(Kind kind) {
    this.kind = kind;
  }

  /** What its cells hold. */
  public Kind kind() {
    return kind;
  }

  /** Its name in tables. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all, in their order. */
  public static List<String> names() {
    return Arrays.stream(values()).map(DecisionColumn::written).toList();
  }
}
