package dev.certus.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;

import dev.certus.record.RecordTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * JobRecords in the contract's tables. The rows of one candidate, of whichever table, come together
 * in one place and become one record; rows need no order.
 */
public final class TableRecords {

  /** Holds a row that cannot be split into cells, as it is in its file; null elsewhere. */
  static final String CORRUPT = "_corrupt";

  private static final String KEY = "candidate";
  static final String TABLE = "table";
  static final String CELLS = "cells";

  private static final StructType ROW =
      new StructType()
          .add(KEY, DataTypes.StringType)
          .add(TABLE, DataTypes.StringType)
          .add(CELLS, DataTypes.createArrayType(DataTypes.StringType))
          .add(CORRUPT, DataTypes.StringType);

  private static final String INSTANT = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXXXX";

  private TableRecords() {}

  /**
   * The records in some tables.
   *
   * @param tables at least that of candidates; a table that is missing counts as empty, and so does
   *     a column, but for {@code candidate_id}
   */
  public static Dataset<Row> of(Map<RecordTable, Dataset<Row>> tables) {
    BinaryOperator<Dataset<Row>> union = Dataset::union;
    return tables.entrySet().stream()
        .map(table -> rows(table.getKey(), table.getValue()))
        .reduce(union)
        .orElseThrow()
        .groupBy(col(KEY))
        .as(Encoders.STRING(), Encoders.row(ROW))
        .flatMapSortedGroups(
            new Column[] {col(TABLE), col(CELLS)},
            new RecordAssembler(List.copyOf(tables.keySet())),
            Encoders.row(JobRecords.SCHEMA));
  }

  /** The rows of any table in one form, so that they can stand among those of others. */
  private static Dataset<Row> rows(RecordTable table, Dataset<Row> frame) {
    Set<String> present = Set.of(frame.columns());
    Column[] cells =
        table.columns().stream()
            .map(column -> present.contains(column.name()) ? text(frame, column.name()) : NOTHING)
            .toArray(Column[]::new);
    Column corrupt = present.contains(CORRUPT) ? col(CORRUPT) : NOTHING;
    return frame.select(
        coalesce(text(frame, RecordTable.CANDIDATE_ID), lit("")).as(KEY),
        lit(table.name()).as(TABLE),
        array(cells).as(CELLS),
        corrupt.as(CORRUPT));
  }

  private static final Column NOTHING = lit(null).cast(DataTypes.StringType);

  private static Column text(Dataset<Row> frame, String name) {
    Column column = frame.col("`" + name + "`");
    boolean instant =
        Arrays.stream(frame.schema().fields())
            .anyMatch(f -> f.name().equals(name) && f.dataType() == DataTypes.TimestampType);
    return instant ? date_format(column, INSTANT) : column.cast(DataTypes.StringType);
  }
}
