package dev.certus.table;

import dev.certus.record.RecordTable;
import java.util.List;

/**
 * What a database has for a table of records.
 *
 * @param table the table
 * @param name how messages name it: a file, or a table of a database
 * @param from where SQL selects it from
 * @param columns its columns, also those that records do not know
 */
public record Relation(RecordTable table, String name, String from, List<Column> columns) {

  /**
   * A column.
   *
   * @param name its name
   * @param sql how SQL names it
   * @param type the name of its type
   */
  public record Column(String name, String sql, String type) {}
}
