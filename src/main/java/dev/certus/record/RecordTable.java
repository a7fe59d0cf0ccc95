package dev.certus.record;

import java.util.List;
import java.util.Locale;

/**
 * The tables that hold records in rows: one of candidates, and one for each list of a record. Every
 * table has the column {@code candidate_id}; the others are these.
 */
public enum RecordTable {
  /** One row a candidate. */
  CANDIDATES(null, Column.text("zone", "zone")),
  /** One row an attempt. */
  ATTEMPTS(
      "attempts",
      Column.text("id", "id"),
      Column.text("exam", "exam"),
      Column.instant("started_at", "startedAt"),
      Column.text("zone", "zone"),
      Column.number("score", "score"),
      Column.text("outcome", "outcome"),
      Column.instant("result_posted_at", "resultPostedAt"),
      Column.text("language", "language"),
      Column.text("delivery", "delivery")),
  /** One row an appointment; its exception takes two columns. */
  APPOINTMENTS(
      "appointments",
      Column.text("id", "id"),
      Column.text("exam", "exam"),
      Column.instant("starts_at", "startsAt"),
      Column.text("zone", "zone"),
      Column.text("status", "status"),
      Column.text("delivery", "delivery"),
      Column.text("language", "language"),
      Column.number("reschedules", "reschedules"),
      Column.text("exception_kind", "exception/kind"),
      Column.text("exception_status", "exception/status")),
  /** One row a certification. */
  CERTIFICATIONS(
      "certifications",
      Column.text("id", "id"),
      Column.text("certification", "certification"),
      Column.date("earned_on", "earnedOn"),
      Column.text("zone", "zone")),
  /** One row a voucher. */
  VOUCHERS(
      "vouchers",
      Column.text("id", "id"),
      Column.number("percent", "percent"),
      Column.date("expires_on", "expiresOn"),
      Column.flag("redeemed", "redeemed"));

  /** The column that names the candidate, in every table. */
  public static final String CANDIDATE_ID = "candidate_id";

  private final String list;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Column> columns;

  RecordTable(String list, Column... columns) {
    this.list = list;
    this.columns = List.of(columns);
  }

  /** The table's name. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The list of a record that holds the rows; null for the table of candidates. */
  public String list() {
    return list;
  }

  /** The columns beside {@link #CANDIDATE_ID}, all of which may be missing. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * A column.
   *
   * @param name its name
   * @param field the record's field that it holds; {@code exception/kind} is a field of an object
   * @param type what its cells hold
   */
  public record Column(String name, String field, Type type) {

    private static Column text(String name, String field) {
      return new Column(name, field, Type.TEXT);
    }

    private static Column number(String name, String field) {
      return new Column(name, field, Type.NUMBER);
    }

    private static Column flag(String name, String field) {
      return new Column(name, field, Type.FLAG);
    }

    private static Column date(String name, String field) {
      return new Column(name, field, Type.DATE);
    }

    private static Column instant(String name, String field) {
      return new Column(name, field, Type.INSTANT);
    }
  }

  /** The type of the cells of a column. */
  public enum Type {
    /** Text. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** A date without a time. */
    DATE,
    /** An instant: a date and time with an offset. */
    INSTANT
  }
}
