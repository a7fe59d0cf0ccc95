package dev.certus.output;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.time.Moment;
import java.util.Locale;

/** The columns of a table of decisions, which has one row a decision. */
public enum DecisionColumn {
  CANDIDATE_ID,
  AS_OF,
  CODE,
  SUBJECT_KIND,
  SUBJECT_ID,
  FROM,
  UNTIL,
  THROUGH,
  CLAUSE,
  RULE,
  REASON,
  /** A list. */
  EVIDENCE,
  /** A list. */
  READINGS,
  /** JSON. */
  DETAILS;

  /** The column's name. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its cells hold lists of texts. */
  public boolean isList() {
    return this == EVIDENCE || this == READINGS;
  }

  /** The cell of a decision: a {@code String}, null, or a {@code List} of {@code String}. */
  public Object of(Decisions all, Decision decision) {
    return switch (this) {
      case CANDIDATE_ID -> all.candidateId();
      case AS_OF -> all.asOf().toString();
      case CODE -> decision.code();
      case SUBJECT_KIND -> decision.subject().kind();
      case SUBJECT_ID -> decision.subject().id();
      case FROM -> text(decision.from());
      case UNTIL -> text(decision.until());
      case THROUGH -> text(decision.through());
      case CLAUSE -> decision.clause();
      case RULE -> decision.rule();
      case REASON -> decision.reason();
      case EVIDENCE -> decision.evidence();
      case READINGS -> decision.readings();
      case DETAILS -> DecisionJson.map(decision.details()).toString();
    };
  }

  private static String text(Moment moment) {
    return moment == null ? null : moment.toString();
  }
}
