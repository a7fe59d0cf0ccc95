package dev.certus.spark;

import dev.certus.record.RecordTable;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The cells of a row as fields of a record. An empty cell is a missing field. What should be a
 * number or a flag and is none stays text, so that the record reader reports it.
 */
final class Cells {

  private Cells() {}

  /**
   * Puts a row's cells into an object.
   *
   * @param cells their texts or nulls, one for each of the table's columns
   */
  static void put(ObjectNode object, RecordTable table, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) != null) {
        put(object, table.columns().get(i), cells.get(i));
      }
    }
  }

  private static void put(ObjectNode object, RecordTable.Column column, String text) {
    int slash = column.field().indexOf('/');
    if (slash < 0) {
      put(object, column.field(), column.type(), text);
    } else {
      ObjectNode inner = object.withObject("/" + column.field().substring(0, slash));
      put(inner, column.field().substring(slash + 1), column.type(), text);
    }
  }

  private static void put(ObjectNode object, String field, RecordTable.Type type, String text) {
    switch (type) {
      case NUMBER, DECIMAL -> number(object, field, text);
      case FLAG -> flag(object, field, text);
      case TEXT, DATE, INSTANT -> object.put(field, text);
    }
  }

  private static void number(ObjectNode object, String field, String text) {
    try {
      object.put(field, new BigDecimal(text));
    } catch (NumberFormatException e) {
      object.put(field, text);
    }
  }

  private static void flag(ObjectNode object, String field, String text) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      object.put(field, text.equalsIgnoreCase("true"));
    } else {
      object.put(field, text);
    }
  }
}
