package dev.certus.cli;

import dev.certus.adapter.Sinks;
import dev.certus.jsonl.StreamSink;
import dev.certus.output.OutputFormat;
import dev.certus.run.DecisionSink;
import dev.certus.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where decisions go, in which form, and whether a run can be resumed. */
final class OutputOption {

  @Option(
      names = "--output",
      paramLabel = "PLACE",
      defaultValue = Output.STANDARD,
      description =
          "Write decisions to a file, which appears only when it is complete and is"
              + " compressed if its name ends in .gz or .zst; or to a PostgreSQL database,"
              + " given by its URL. Default: -, standard output.")
  private String output;

  @Option(
      names = "--output-table",
      paramLabel = "NAME",
      defaultValue = "decisions",
      description =
          "The database table, with its schema if needed. It is created if missing; its"
              + " content is replaced when the run completes. Default: ${DEFAULT-VALUE}.")
  private String table;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "jsonl, csv, parquet, or table for reading in a terminal. Default: by the"
              + " extension of the output, else jsonl.")
  private OutputFormat format;

  @Option(
      names = "--checkpoint",
      description =
          "Save checkpoints beside the output. If the run is interrupted, the same"
              + " command resumes it.")
  private boolean checkpoint;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      defaultValue = "" + RunOptions.CHECKPOINT_EVERY,
      description = "Save a checkpoint after at least N records. Default: ${DEFAULT-VALUE}.")
  private int checkpointEvery;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Opens what the user named. */
  DecisionSink open() throws IOException {
    if (checkpointEvery < 1) {
      throw new UserException("--checkpoint-every is 1 or more, not " + checkpointEvery);
    }
    if (isDatabase() != (format() == OutputFormat.POSTGRESQL)) {
      throw new UserException(
          "--format %s does not go with --output %s%n  help: a database takes no --format, and only the URL of one makes rows in it"
              .formatted(format.written(), isDatabase() ? "postgresql:…" : output));
    }
    if (isStandard()) {
      return standard();
    }
    return isDatabase()
        ? Sinks.table(output, table, checkpoint)
        : Sinks.file(output, format(), checkpoint);
  }

  private DecisionSink standard() {
    if (checkpoint || format() == OutputFormat.PARQUET) {
      throw new UserException(
          "%s needs an output that is no stream%n  help: name a file with --output"
              .formatted(checkpoint ? "--checkpoint" : "--format parquet"));
    }
    return new StreamSink(Main.standardOutput(command), "standard output", format());
  }

  private boolean isDatabase() {
    return Sinks.isDatabase(output);
  }

  boolean isStandard() {
    return output.equals(Output.STANDARD);
  }

  private OutputFormat format() {
    return format == null ? Sinks.format(output) : format;
  }

  int checkpointEvery() {
    return checkpointEvery;
  }

  /** The file that decisions go to; null where they go elsewhere. */
  Path file() {
    return isStandard() || isDatabase() ? null : Path.of(output);
  }

  /**
   * The manifest's place by default: beside the output, or in the working folder where that is a
   * table; null where the output is standard output.
   */
  Path manifest() {
    return isStandard() ? null : Path.of((isDatabase() ? table : output) + ".manifest.json");
  }
}
