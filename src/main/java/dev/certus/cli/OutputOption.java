package dev.certus.cli;

import dev.certus.batch.FileSink;
import dev.certus.batch.Sink;
import dev.certus.output.OutputFormat;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where decisions go, in which form, and whether a run can be gone on with. */
final class OutputOption {

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = Output.STANDARD,
      description =
          "Where the decisions go; - is standard output, and the default. A file appears only when"
              + " it is complete. One whose name ends in .gz or .zst is compressed.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "jsonl, csv, or table for reading in a terminal. Default: what the end of the output's"
              + " name says, else jsonl.")
  private OutputFormat format;

  @Option(
      names = "--checkpoint",
      description =
          "Keep track, beside the output, of how far the run has come; if it is cut off, the same"
              + " command goes on from there.")
  private boolean checkpoint;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      defaultValue = "20000",
      description = "After how many records, at least. Default: ${DEFAULT-VALUE}.")
  private int checkpointEvery;

  /** Opens what the user named. */
  Sink open() throws IOException {
    if (checkpointEvery < 1) {
      throw new UserException("--checkpoint-every is 1 or more, not " + checkpointEvery);
    }
    if (!isStandard()) {
      return FileSink.open(Path.of(output), checkpoint);
    }
    if (checkpoint) {
      throw new UserException(
          "--checkpoint needs an output that can be gone on with%n  help: name a file with --output"
              .formatted());
    }
    return Output.standard();
  }

  boolean isStandard() {
    return output.equals(Output.STANDARD);
  }

  /** The form of the decisions. */
  OutputFormat format() {
    return format == null ? OutputFormat.ofName(output) : format;
  }

  boolean keepsCheckpoints() {
    return checkpoint;
  }

  int checkpointEvery() {
    return checkpointEvery;
  }

  /** The file that decisions go to; null where they go elsewhere. */
  Path file() {
    return isStandard() ? null : Path.of(output);
  }

  /** Where the manifest stands by default: beside the output; null where that is no place. */
  Path manifest() {
    return isStandard() ? null : Path.of(output + ".manifest.json");
  }
}
