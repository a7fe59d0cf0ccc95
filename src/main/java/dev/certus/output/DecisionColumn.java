package dev.certus.output;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.time.Moment;
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
  DETAILS(Kind.OBJECT),
  NEXT_CHANGE_AT(Kind.INSTANT);

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
      case DETAILS -> DecisionJson.details(decision.details());
      case NEXT_CHANGE_AT -> all.nextChangeAt() == null ? null : all.nextChangeAt().toString();
    };
  }

  private static String text(Moment moment) {
    return moment == null ? null : moment.toString();
  }
}
