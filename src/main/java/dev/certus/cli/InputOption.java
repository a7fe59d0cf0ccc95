package dev.certus.cli;

import dev.certus.batch.RejectedSource;
import dev.certus.batch.Source;
import java.io.IOException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where records come from. */
final class InputOption {

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..1",
      defaultValue = Input.STANDARD,
      description =
          "The records: a file in JSON Lines, which gzip or zstd may have compressed; - is standard"
              + " input, and the default.")
  private String input;

  @Option(
      names = "--input-rejected",
      description =
          "INPUT is a file that --rejected wrote: its records are decided again, as they were or as"
              + " they were mended.")
  private boolean rejected;

  /** Opens what the user named. */
  Source open() throws IOException {
    Source source = Input.open(input);
    return rejected ? new RejectedSource(source) : source;
  }
}
