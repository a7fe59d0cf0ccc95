package dev.certus.record;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table that holds records in rows: that of the candidates, or that of a list of a record. Every
 * table has the column {@code candidate_id}; the others are these. Compared by name.
 *
 * @param name its name
 * @param list the list of a record that holds the rows; null for the table of candidates
 * @param columns the columns beside {@link #CANDIDATE_ID}, all of which may be missing
 */
public record RecordTable(String name, String list, List<Column> columns) implements Serializable {

  /** The column that names the candidate, in every table. */
  public static final String CANDIDATE_ID = "candidate_id";

  /** The name of the table of candidates. */
  public static final String CANDIDATES = "candidates";

  /** Keeps an unmodifiable copy of the list. */
  public RecordTable {
    columns = List.copyOf(columns);
  }

  /** The tables of records of a shape: that of the candidates first. */
  public static List<RecordTable> of(RecordShape shape) {
    List<RecordTable> tables = new ArrayList<>();
    List<Column> candidate = new ArrayList<>();
    candidate.add(new Column(RecordShape.ZONE, RecordShape.ZONE, Type.TEXT));
    candidate.addAll(columns(shape.candidate()));
    tables.add(new RecordTable(CANDIDATES, null, candidate));
    for (RecordList list : shape.lists()) {
      tables.add(new RecordTable(column(list.name()), list.name(), columns(list.item())));
    }
    return tables;
  }

  private static List<Column> columns(RecordObject object) {
    List<Column> columns = new ArrayList<>();
    for (RecordField field : object.fields()) {
      if (field.object() == null) {
        columns.add(new Column(column(field.name()), field.name(), type(field)));
      } else {
        for (RecordField part : field.object().fields()) {
          columns.add(
              new Column(
                  column(field.name()) + "_" + column(part.name()),
                  field.name() + "/" + part.name(),
                  type(part)));
        }
      }
    }
    return columns;
  }

  /** The name of the column of a field, or of the table of a list: with underscores. */
  public static String column(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Type type(RecordField field) {
    return switch (field.kind()) {
      case NUMBER -> Type.NUMBER;
      case DECIMAL -> Type.DECIMAL;
      case FLAG -> Type.FLAG;
      case DATE, DAY -> Type.DATE;
      case INSTANT -> Type.INSTANT;
      default -> Type.TEXT;
    };
  }

  /** Whether it is the table of the candidates. */
  public boolean isCandidates() {
    return list == null;
  }

  /**
   * A column.
   *
   * @param name its name
   * @param field the record's field that it holds; {@code exception/kind} is a field of an object
   * @param type what its cells hold
   */
  public record Column(String name, String field, Type type) implements Serializable {}

  /** The type of the cells of a column. */
  public enum Type {
    /** Text. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** A number with decimal places. */
    DECIMAL,
    /** True or false. */
    FLAG,
    /** A date without a time. */
    DATE,
    /** An instant: a date and time with an offset. */
    INSTANT
  }
}
