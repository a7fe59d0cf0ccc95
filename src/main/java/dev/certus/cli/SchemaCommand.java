package dev.certus.cli;

import dev.certus.pack.Pack;
import dev.certus.record.RecordSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code certus schema}: what records of a pack look like. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the JSON Schema of the records that a pack decides, as its record.yaml declares them."
    },
    footer = {"", "Example:", "  certus schema --pack rules/aws --output candidate.schema.json"})
final class SchemaCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private PackOption pack;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = Output.STANDARD,
      description = "Write the schema to this file. Default: -, standard output.")
  private String output;

  @Override
  public Integer call() {
    Pack read = pack.read();
    String schema = RecordSchema.of(read.record(), "A candidate's record, for " + read.title());
    try (Output out = Output.open(output, spec.commandLine())) {
      out.stream().write(schema.getBytes(StandardCharsets.UTF_8));
      out.complete();
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
    return ExitCode.FINE;
  }
}
