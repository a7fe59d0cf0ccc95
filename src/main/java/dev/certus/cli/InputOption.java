package dev.certus.cli;

import dev.certus.adapter.Sources;
import dev.certus.record.RecordShape;
import dev.certus.run.RecordSource;
import java.io.IOException;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Where records come from. */
final class InputOption {

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..1",
      defaultValue = Sources.STANDARD,
      description = SourceOption.RECORDS)
  private String input;

  @Mixin private SourceOption source;

  /**
   * Opens what the user named.
   *
   * @param shape the lists and fields that records can have
   * @param warnings receives what is odd about it
   */
  RecordSource open(RecordShape shape, Consumer<String> warnings) throws IOException {
    return source.open(shape, input, warnings);
  }
}
