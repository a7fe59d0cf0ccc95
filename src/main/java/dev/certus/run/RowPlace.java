package dev.certus.run;

import dev.certus.record.RecordTable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The place of a value of a record in the tables that the record came from.
 *
 * @param table the table's name
 * @param column the column, or null where the row as a whole, or the table, is meant
 * @param row the row's id, or null where it has none or none is meant
 */
public record RowPlace(String table, String column, String row) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Translates a JSON pointer; null where it points to no row.
   *
   * @param raw the record, or null where it is not known
   */
  public static RowPlace of(String pointer, ByteBuffer raw) {
    String[] parts = pointer.split("/", 4);
    if (parts.length < 2) {
      return null;
    }
    boolean list = parts.length > 2 || raw == null || json(raw).path(parts[1]).isArray();
    return list
        ? new RowPlace(
            column(parts[1]),
            parts.length < 4 ? null : column(parts[3]),
            parts.length < 3 ? null : id(parts[1], parts[2], raw))
        : new RowPlace(RecordTable.CANDIDATES, column(parts[1]), null);
  }

  /** The name of a column or table by that of a field or list. */
  private static String column(String field) {
    return RecordTable.column(field.replace('/', '_'));
  }

  private static JsonNode json(ByteBuffer raw) {
    try {
      return JSON.readTree(StandardCharsets.UTF_8.decode(raw.duplicate()).toString());
    } catch (JacksonException e) {
      return JSON.nullNode();
    }
  }

  private static String id(String list, String index, ByteBuffer raw) {
    if (raw == null) {
      return null;
    }
    try {
      return json(raw).path(list).path(Integer.parseInt(index)).path("id").stringValue(null);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The place as messages write it: {@code attempts.score of A-1}. */
  public String shown() {
    return table + (column == null ? "" : "." + column) + (row == null ? "" : " of " + row);
  }
}
