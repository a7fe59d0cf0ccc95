package dev.certus.table;

import dev.certus.record.RecordTable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the rows of a candidate as the record that JSON Lines would have. */
final class RowJson {

  private static final JsonMapper JSON = new JsonMapper();

  /** What JSON writes as a number, and is not endless. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,3})?");

  private RowJson() {}

  /**
   * One JSON object in UTF-8, without a line feed. Empty cells and lists are left out. What is no
   * number or flag is written as text, for the reader of records to reject.
   *
   * @param candidateId whose rows they are; empty where they do not say
   * @param rows the rows of each table; of several candidates' rows the zones stand in a list
   */
  static ByteBuffer of(String candidateId, Map<Rows, List<TableRow>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      if (!candidateId.isEmpty()) {
        json.writeStringProperty("candidateId", candidateId);
      }
      rows.forEach((table, some) -> write(json, table, some));
      json.writeEndObject();
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static void write(JsonGenerator json, Rows table, List<TableRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    if (table.table().isCandidates()) {
      candidate(json, table, rows);
      return;
    }
    json.writeArrayPropertyStart(table.table().list());
    for (TableRow row : rows) {
      json.writeStartObject();
      fields(json, table, row);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Several rows that say the same are as good as one; of others, none is chosen. */
  private static void candidate(JsonGenerator json, Rows table, List<TableRow> rows) {
    if (rows.stream().map(TableRow::cells).distinct().count() == 1) {
      fields(json, table, rows.get(0));
      return;
    }
    for (int i = 0; i < table.columns().size(); i++) {
      json.writeArrayPropertyStart(table.columns().get(i).field());
      for (TableRow row : rows) {
        json.writeString(row.cells().get(i));
      }
      json.writeEndArray();
    }
  }

  private static void fields(JsonGenerator json, Rows table, TableRow row) {
    String object = null;
    for (int i = 0; i < row.cells().size(); i++) {
      RecordTable.Column column = table.columns().get(i);
      String cell = row.cells().get(i);
      if (cell != null) {
        int slash = column.field().indexOf('/');
        String parent = slash < 0 ? null : column.field().substring(0, slash);
        if (object != null && !object.equals(parent)) {
          json.writeEndObject();
        }
        if (parent != null && !parent.equals(object)) {
          json.writeObjectPropertyStart(parent);
        }
        object = parent;
        json.writeName(column.field().substring(slash + 1));
        value(json, column.type(), cell);
      }
    }
    if (object != null) {
      json.writeEndObject();
    }
  }

  private static boolean isNumber(RecordTable.Type type) {
    return type == RecordTable.Type.NUMBER || type == RecordTable.Type.DECIMAL;
  }

  private static void value(JsonGenerator json, RecordTable.Type type, String cell) {
    if (isNumber(type) && NUMBER.matcher(cell).matches()) {
      json.writeNumber(cell);
    } else if (type == RecordTable.Type.FLAG && cell.equalsIgnoreCase("true")) {
      json.writeBoolean(true);
    } else if (type == RecordTable.Type.FLAG && cell.equalsIgnoreCase("false")) {
      json.writeBoolean(false);
    } else {
      json.writeString(cell);
    }
  }
}
