package dev.certus.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.certus.record.RecordReader;
import dev.certus.run.RejectReason;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** JobRecords in JSON, one a line. */
public final class JsonRecords {

  private static final String LINE = "value";

  private JsonRecords() {}

  /**
   * The records in files of JSON Lines. Blank lines are skipped.
   *
   * @param path a file, a folder or a pattern; compressed where the name ends in {@code .gz} and
   *     the like
   */
  public static Dataset<Row> read(SparkSession spark, String path) {
    return of(
        spark.read().option("lineSep", "\n").text(path).select(LINE, "_metadata.file_path"),
        col("file_path"));
  }

  /**
   * The records in a column.
   *
   * @param lines a frame with a column {@code value}, of text or bytes in UTF-8
   */
  public static Dataset<Row> of(Dataset<Row> lines) {
    return of(lines, lit(null));
  }

  private static Dataset<Row> of(Dataset<Row> lines, Column file) {
    Column raw = col(LINE).cast(DataTypes.BinaryType);
    Column tooLong = length(raw).gt(RecordReader.LONGEST);
    return lines
        .where(col(LINE).cast(DataTypes.StringType).rlike("[^ \\t\\r]"))
        .select(
            file.cast(DataTypes.StringType).as(JobRecords.FILE),
            lit(null).cast(DataTypes.StringType).as(JobRecords.CANDIDATE_ID),
            raw.as(JobRecords.RAW),
            when(tooLong, lit(RejectReason.OVERSIZE.written())).as(JobRecords.REASON),
            when(tooLong, array(tooLong(raw))).as(JobRecords.PROBLEMS));
  }

  private static Column tooLong(Column raw) {
    return struct(
        lit("").as("pointer"),
        format_string("a line of %d bytes", length(raw)).as("found"),
        lit("one record a line, of %d bytes at most; does each record end with a line feed?"
                .formatted(RecordReader.LONGEST))
            .as("expected"));
  }
}
