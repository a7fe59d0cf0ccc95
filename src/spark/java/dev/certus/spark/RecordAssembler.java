package dev.certus.spark;

import dev.certus.record.RecordProblem;
import dev.certus.record.RecordTable;
import dev.certus.run.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes one record of all rows of one candidate, which come table by table. */
final class RecordAssembler implements FlatMapGroupsFunction<String, Row, Row> {
  private static final long serialVersionUID = 1L;

  private final ArrayList<RecordTable> tables;

  /** An assembler of rows of some tables. */
  RecordAssembler(List<RecordTable> tables) {
    this.tables = new ArrayList<>(tables);
  }

  private static final JsonMapper JSON = new JsonMapper();

  /** What Spark reads in place of bytes that are not UTF-8. */
  private static final String REPLACEMENT = "\uFFFD";

  @Override
  public Iterator<Row> call(String candidateId, Iterator<Row> rows) {
    ObjectNode record = JSON.createObjectNode().put("candidateId", candidateId);
    List<String> homes = new ArrayList<>();
    Set<RecordTable> lists = new LinkedHashSet<>();
    List<RecordProblem> corrupt = new ArrayList<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      RecordTable table = table(row.getAs(TableRecords.TABLE));
      List<String> cells = row.getList(row.fieldIndex(TableRecords.CELLS));
      String line = row.getAs(TableRecords.CORRUPT);
      if (line != null) {
        corrupt.add(corrupt(table, line, "as many cells as columns"));
      } else if (candidateId.contains(REPLACEMENT) || isDamaged(cells)) {
        corrupt.add(
            corrupt(table, candidateId + "," + joined(cells), "UTF-8, and so no character U+FFFD"));
      }
      if (table.isCandidates()) {
        homes.add(joined(cells));
      } else {
        lists.add(table);
      }
      Cells.put(item(record, table), table, cells);
    }
    return List.of(row(candidateId, record, corrupt, homes, lists)).iterator();
  }

  private RecordTable table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  private static boolean isDamaged(List<String> cells) {
    return cells.stream().anyMatch(cell -> cell != null && cell.contains(REPLACEMENT));
  }

  private static String joined(List<String> cells) {
    return String.join(",", cells.stream().map(String::valueOf).toList());
  }

  private static ObjectNode item(ObjectNode record, RecordTable table) {
    return table.list() == null ? record : record.withArray(table.list()).addObject();
  }

  private static Row row(
      String candidateId,
      ObjectNode record,
      List<RecordProblem> corrupt,
      List<String> homes,
      Set<RecordTable> lists) {
    byte[] raw = record.toString().getBytes(StandardCharsets.UTF_8);
    if (!corrupt.isEmpty()) {
      return row(candidateId, raw, RejectReason.MALFORMED, corrupt);
    }
    if (candidateId.isBlank() || homes.size() == 1) {
      return row(candidateId, raw, null, List.of()); // the reader reports a missing id
    }
    return homes.isEmpty()
        ? row(candidateId, raw, RejectReason.ORPHAN, List.of(orphan(lists)))
        : row(candidateId, raw, RejectReason.DUPLICATE, List.of(duplicate(homes)));
  }

  private static Row row(
      String candidateId, byte[] raw, RejectReason reason, List<RecordProblem> problems) {
    return RowFactory.create(
        null,
        candidateId,
        raw,
        reason == null ? null : reason.written(),
        reason == null ? null : JobRecords.problems(problems));
  }

  private static RecordProblem corrupt(RecordTable table, String line, String expected) {
    String place = table.list() == null ? "" : "/" + table.list();
    return new RecordProblem(place, "the row `" + line + "`", expected);
  }

  private static RecordProblem orphan(Set<RecordTable> lists) {
    return new RecordProblem(
        "",
        "rows in " + String.join(", ", lists.stream().map(RecordTable::list).toList()) + " alone",
        "one row in candidates for each candidate");
  }

  private static RecordProblem duplicate(List<String> homes) {
    return new RecordProblem(
        "",
        "%d rows in candidates, with the zones %s".formatted(homes.size(), homes),
        "one row in candidates for each candidate");
  }
}
