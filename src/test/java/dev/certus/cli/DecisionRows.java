package dev.certus.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decisions as rows from wherever they were written, alike where they say the same: each cell after
 * another, instants without offset, lists and details as trees.
 */
final class DecisionRows {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> INSTANTS =
      List.of("as_of", "from", "until", "through", "next_change_at");
  private static final List<String> TREES = List.of("evidence", "readings", "details");
  private static final List<String> COLUMNS =
      List.of(
          "candidate_id",
          "as_of",
          "code",
          "subject_kind",
          "subject_id",
          "from",
          "until",
          "through",
          "clause",
          "rule",
          "reason",
          "evidence",
          "readings",
          "details",
          "next_change_at");

  private DecisionRows() {}

  static List<List<Object>> ofCsv(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream()
          .map(row -> COLUMNS.stream().map(name -> cell(name, row.getField(name))).toList())
          .toList();
    }
  }

  static List<List<Object>> ofJsonLines(Path file) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode candidate = JSON.readTree(line);
      for (JsonNode decision : candidate.get("decisions")) {
        rows.add(
            COLUMNS.stream()
                .map(
                    name ->
                        switch (name) {
                          case "candidate_id" -> candidate.get("candidateId").stringValue();
                          case "as_of" -> cell(name, candidate.get("asOf").stringValue());
                          case "next_change_at" -> cell(name, text(candidate.path("nextChangeAt")));
                          case "subject_kind" -> decision.at("/subject/kind").stringValue();
                          case "subject_id" -> decision.at("/subject/id").stringValue();
                          default -> cell(name, text(decision.path(name)));
                        })
                .toList());
      }
    }
    return rows;
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? "" : node.isString() ? node.stringValue() : node.toString();
  }

  static List<List<Object>> ofParquet(Path file) {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      return of(
          statement.executeQuery(
              "SELECT * REPLACE (to_json(evidence) AS evidence, to_json(readings) AS readings,"
                  + " strftime(as_of, '%Y-%m-%dT%H:%M:%S.%fZ') AS as_of,"
                  + " strftime(\"from\", '%Y-%m-%dT%H:%M:%S.%fZ') AS \"from\","
                  + " strftime(until, '%Y-%m-%dT%H:%M:%S.%fZ') AS until,"
                  + " strftime(through, '%Y-%m-%dT%H:%M:%S.%fZ') AS through,"
                  + " strftime(next_change_at, '%Y-%m-%dT%H:%M:%S.%fZ') AS next_change_at) FROM '"
                  + file
                  + "'"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<List<Object>> ofTable(Database database, String table) {
    return database
        .query(
            "SELECT candidate_id, to_json(as_of)#>>'{}', code, subject_kind, subject_id,"
                + " to_json(\"from\")#>>'{}', to_json(until)#>>'{}', to_json(through)#>>'{}',"
                + " clause, rule, reason, to_json(evidence), to_json(readings), details,"
                + " to_json(next_change_at)#>>'{}' FROM "
                + table
                + " ORDER BY position")
        .stream()
        .map(DecisionRows::cells)
        .toList();
  }

  private static List<List<Object>> of(ResultSet result) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    while (result.next()) {
      String[] row = new String[COLUMNS.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = result.getString(COLUMNS.get(i));
      }
      rows.add(cells(Arrays.asList(row)));
    }
    return rows;
  }

  private static List<Object> cells(List<String> row) {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      cells.add(cell(COLUMNS.get(i), row.get(i)));
    }
    return cells;
  }

  private static Object cell(String column, String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    if (INSTANTS.contains(column)) {
      return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    }
    return TREES.contains(column) ? JSON.readTree(text) : text;
  }
}
