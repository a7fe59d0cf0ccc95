package dev.certus.spark;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes records as the tables of their shape, in CSV with headers. */
final class Tables {

  private static final JsonMapper JSON = new JsonMapper();

  private Tables() {}

  static void write(Path folder, List<CandidateRecord> records) throws IOException {
    Files.createDirectories(folder);
    for (RecordTable table : RecordTable.of(records.get(0).shape())) {
      try (CsvWriter csv = CsvWriter.builder().build(file(folder, table))) {
        csv.writeRecord(
            Stream.concat(
                    Stream.of(RecordTable.CANDIDATE_ID),
                    table.columns().stream().map(RecordTable.Column::name))
                .toList());
        for (CandidateRecord record : records) {
          rows(table, JSON.readTree(RecordJson.line(record))).forEach(csv::writeRecord);
        }
      }
    }
  }

  static Path file(Path folder, RecordTable table) {
    return folder.resolve(table.name() + ".csv");
  }

  private static List<List<String>> rows(RecordTable table, JsonNode record) {
    List<List<String>> rows = new ArrayList<>();
    if (table.list() == null) {
      rows.add(row(table, record, record));
    } else {
      record.path(table.list()).forEach(item -> rows.add(row(table, record, item)));
    }
    return rows;
  }

  private static List<String> row(RecordTable table, JsonNode record, JsonNode item) {
    List<String> row = new ArrayList<>();
    row.add(record.get("candidateId").stringValue());
    table.columns().forEach(column -> row.add(item.at("/" + column.field()).asString("")));
    return row;
  }
}
