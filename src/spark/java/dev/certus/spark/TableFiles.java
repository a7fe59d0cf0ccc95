package dev.certus.spark;

import dev.certus.record.RecordShape;
import dev.certus.record.RecordTable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The contract's tables in a folder: each a file or a folder of files. */
final class TableFiles {

  private final SparkSession spark;
  private final RecordShape shape;
  private final Format format;
  private final Consumer<String> warnings;

  TableFiles(SparkSession spark, RecordShape shape, Format format, Consumer<String> warnings) {
    this.spark = spark;
    this.shape = shape;
    this.format = format;
    this.warnings = warnings;
  }

  /**
   * Reads the tables, each of {@code folder/attempts} or {@code folder/attempts.csv}.
   *
   * @throws JobException where there are no candidates, or a table names none
   */
  Map<RecordTable, Dataset<Row>> in(String folder) throws IOException {
    Map<RecordTable, Dataset<Row>> tables = new LinkedHashMap<>();
    for (RecordTable table : RecordTable.of(shape)) {
      String path = find(folder, table);
      if (path != null) {
        tables.put(table, checked(path, table, read(path)));
      } else if (table.isCandidates()) {
        throw new JobException(
            "%s holds no table of candidates%n  help: name the folder in which `candidates%s` is"
                .formatted(folder, format.ending()));
      } else {
        warnings.accept(
            "%s holds no table `%s`; it is taken as empty".formatted(folder, table.name()));
      }
    }
    return tables;
  }

  private String find(String folder, RecordTable table) throws IOException {
    for (String ending : List.of("", format.ending())) {
      Path path = new Path(folder, table.name() + ending);
      FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (files.exists(path)) {
        return path.toString();
      }
    }
    return null;
  }

  private Dataset<Row> read(String path) {
    if (format == Format.PARQUET) {
      return spark.read().parquet(path);
    }
    StructType columns = csv().csv(path).schema();
    return csv()
        .schema(columns.add(TableRecords.CORRUPT, DataTypes.StringType))
        .option("columnNameOfCorruptRecord", TableRecords.CORRUPT)
        .csv(path);
  }

  private DataFrameReader csv() {
    return spark
        .read()
        .option("header", true)
        .option("enforceSchema", false) // each file's header must be the same
        .option("escape", "\"") // quotes are doubled, as RFC 4180 has it
        .option("columnPruning", false); // else rows that are too long pass unnoticed
  }

  private Dataset<Row> checked(String path, RecordTable table, Dataset<Row> frame) {
    List<String> present = List.of(frame.columns());
    if (!present.contains(RecordTable.CANDIDATE_ID)) {
      throw new JobException(
          "%s has no column `%s`, but %s%n  help: name the columns as docs/reference/records.md does"
              .formatted(path, RecordTable.CANDIDATE_ID, present));
    }
    List<String> known =
        Stream.concat(
                Stream.of(RecordTable.CANDIDATE_ID, TableRecords.CORRUPT),
                table.columns().stream().map(RecordTable.Column::name))
            .toList();
    present.stream()
        .filter(column -> !known.contains(column))
        .forEach(c -> warnings.accept("unknown column `%s` of %s is ignored".formatted(c, path)));
    return frame;
  }
}
