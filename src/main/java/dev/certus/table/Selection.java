package dev.certus.table;

import dev.certus.problem.DidYouMean;
import dev.certus.record.RecordTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What is read of a relation: the columns that records know.
 *
 * @param table the table
 * @param columns those of its columns that there are
 * @param cells how SQL selects them as text; the first is the candidate's id, the others are those
 *     of the columns
 * @param from where SQL selects them from
 */
public record Selection(
    RecordTable table, List<RecordTable.Column> columns, List<String> cells, String from) {

  /**
   * Chooses the columns.
   *
   * @param collation how SQL asks for the order of code points
   * @param localTimes what to do about a column of times without a zone
   * @param warnings receives a warning for each column that is ignored
   * @throws IOException where a column that must be there is not, or a type does not suit
   */
  public static Selection of(
      Relation relation, String collation, String localTimes, Consumer<String> warnings)
      throws IOException {
    Map<String, Relation.Column> there = new LinkedHashMap<>();
    relation.columns().forEach(column -> there.put(column.name(), column));
    Relation.Column id = there.remove(RecordTable.CANDIDATE_ID);
    if (id == null) {
      throw new IOException(noCandidateId(relation, there));
    }
    check(relation, id, RecordTable.Type.TEXT, localTimes);
    List<RecordTable.Column> columns = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    cells.add("coalesce(%s, '')%s".formatted(text(id), collation));
    for (RecordTable.Column column : relation.table().columns()) {
      Relation.Column found = there.remove(column.name());
      if (found != null) {
        check(relation, found, column.type(), localTimes);
        columns.add(column);
        cells.add(text(found));
      }
    }
    there.keySet().forEach(unknown -> warnings.accept(ignored(relation, unknown, columns)));
    return new Selection(relation.table(), columns, cells, relation.from());
  }

  /** All rows in the order of their candidates. */
  public String sorted() {
    return "SELECT " + String.join(", ", cells) + " FROM " + from + " ORDER BY 1";
  }

  /** A query that reads as much as {@link #sorted} does and gives one row. */
  public String checked() {
    return cells.stream().collect(Collectors.joining("), max(", "SELECT max(", ") FROM " + from));
  }

  private static String text(Relation.Column column) {
    String text = "CAST(%s AS VARCHAR)".formatted(column.sql());
    return Held.ofType(column.type()) == Held.INSTANT
        ? "replace(replace(%s, ' ', 'T'), '+00', 'Z')".formatted(text)
        : text;
  }

  private static void check(
      Relation relation, Relation.Column column, RecordTable.Type type, String localTimes)
      throws IOException {
    Held held = Held.ofType(column.type());
    if (held.suits(type)) {
      return;
    }
    boolean zoneless = type == RecordTable.Type.INSTANT && held == Held.LOCAL_TIME;
    throw new IOException(
        "%s: column `%s` is of the type %s%s; expected %s%n  help: %s"
            .formatted(
                relation.name(),
                column.name(),
                column.type(),
                zoneless ? ", which has no time zone" : "",
                expected(type),
                zoneless
                    ? localTimes.formatted(column.name())
                    : "convert the column, or leave it out"));
  }

  private static String expected(RecordTable.Type type) {
    return switch (type) {
      case TEXT -> "text";
      case NUMBER, DECIMAL -> "numbers or text";
      case FLAG -> "booleans or text";
      case DATE -> "dates or text";
      case INSTANT -> "timestamps with time zone, or text such as 2026-03-02T10:00:00-05:00";
    };
  }

  private static String noCandidateId(Relation relation, Map<String, Relation.Column> there) {
    return "%s has no column `%s`%n  help: %s"
        .formatted(
            relation.name(),
            RecordTable.CANDIDATE_ID,
            DidYouMean.nearest(RecordTable.CANDIDATE_ID, there.keySet())
                .map("is it `%s`? Rename it"::formatted)
                .orElse("its columns are " + String.join(", ", there.keySet())));
  }

  private static String ignored(
      Relation relation, String unknown, List<RecordTable.Column> columns) {
    List<String> missing =
        relation.table().columns().stream()
            .filter(column -> !columns.contains(column))
            .map(RecordTable.Column::name)
            .toList();
    return "unknown column `%s.%s` is ignored%s"
        .formatted(
            relation.table().name(),
            unknown,
            DidYouMean.nearest(unknown, missing).map("; did you mean `%s`?"::formatted).orElse(""));
  }
}
