package dev.certus.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_json;

import dev.certus.output.DecisionColumn;
import dev.certus.record.RecordShape;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The files and folders of a job, in the file system that their names select. */
final class JobFiles {

  private static final String WRITTEN = "written";

  private final SparkSession spark;

  JobFiles(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * The records of a shape in files.
   *
   * @throws JobException where there are none such
   */
  Dataset<Row> read(RecordShape shape, String input, Format format, Consumer<String> warnings)
      throws IOException {
    if (!exists(input)) {
      throw new JobException(
          "%s: there is no such file or folder%n  help: a path without a scheme is one of %s"
              .formatted(input, new Path(input).getFileSystem(hadoop()).getUri()));
    }
    return format == Format.JSONL
        ? JsonRecords.read(spark, input)
        : TableRecords.of(new TableFiles(spark, shape, format, warnings).in(input));
  }

  /**
   * Makes sure that nothing is where something will be written.
   *
   * @throws JobException where something is
   */
  void requireFree(String folder) throws IOException {
    if (exists(folder)) {
      throw new JobException(
          "%s is there already, and would be overwritten%n  help: remove it, or name another folder"
              .formatted(folder));
    }
  }

  private boolean exists(String path) throws IOException {
    Path pattern = new Path(path);
    Object[] found = pattern.getFileSystem(hadoop()).globStatus(pattern);
    return found != null && found.length > 0;
  }

  private org.apache.hadoop.conf.Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  /** Writes decisions into a new folder. */
  static void write(Dataset<Row> decisions, Format format, String folder) {
    switch (format) {
      case JSONL -> decisions.write().text(folder);
      case CSV -> csv(decisions).csv(folder);
      case PARQUET -> decisions.write().parquet(folder);
    }
  }

  /**
   * Writes rejected records into a new folder.
   *
   * @param expected how many there are
   * @throws JobException where there are not as many any more
   */
  static void writeRejected(Dataset<Row> rejected, long expected, String folder) {
    if (expected == 0) {
      rejected.limit(0).write().json(folder); // need not be looked for
      return;
    }
    Observation observation = new Observation();
    rejected.observe(observation, count(lit(1)).as(WRITTEN)).write().json(folder);
    long written = (Long) JobTally.counts(observation).get(WRITTEN);
    if (written != expected) {
      throw new JobException(
          "%d records were rejected, but then %d: the input has changed while the job ran%n  help: remove what the job wrote, and run it again on an input that stays as it is"
              .formatted(expected, written));
    }
  }

  private static DataFrameWriter<Row> csv(Dataset<Row> decisions) {
    Column[] cells =
        Arrays.stream(DecisionColumn.values())
            .map(
                c ->
                    c.kind() == DecisionColumn.Kind.LIST
                        ? to_json(col(c.written())).as(c.written())
                        : col(c.written()))
            .toArray(Column[]::new);
    return decisions.select(cells).write().option("header", true).option("escape", "\"");
  }
}
