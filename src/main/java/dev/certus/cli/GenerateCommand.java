package dev.certus.cli;

import dev.certus.duckdb.RecordTables;
import dev.certus.pack.Pack;
import dev.certus.population.Population;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus generate}: a random population. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Generates random candidate records that look like real ones, for trials and"
          + " measurements.",
      "The same N, seed, instant and pack always give the same records, byte for byte."
    },
    footer = {
      "",
      "Example:",
      "  certus generate 1000 --seed 7 --as-of 2026-11-23T08:00:00Z --output candidates.jsonl"
    })
final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "N", description = "Number of records.")
  private long count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the random numbers, a whole number. Default: 1.")
  private long seed;

  @Mixin private AsOfOption asOf;

  @Mixin private PackOption pack;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = Output.STANDARD,
      description = "Write the records to this file, or folder. Default: -, standard output.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description =
          "jsonl (the default), or csv or parquet: then --output is a folder, which gets a file for"
              + " each table.")
  private RecordFormat format;

  @Override
  public Integer call() {
    if (count < 0) {
      throw new UserException("N is 0 or more, not " + count);
    }
    Pack policy = pack.read();
    Population population = new Population(policy, seed, asOf.given());
    try {
      if (format == RecordFormat.JSONL) {
        writeLines(population);
      } else {
        writeTables(policy.record(), population);
      }
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
    return ExitCode.FINE;
  }

  private void writeLines(Population population) throws IOException {
    try (Output out = Output.open(output, spec.commandLine())) {
      for (long number = 1; number <= count; number++) {
        out.stream().write(RecordJson.line(population.candidate(number)));
        out.stream().write('\n');
      }
      out.complete();
    }
  }

  private void writeTables(RecordShape shape, Population population) throws IOException {
    if (output.equals(Output.STANDARD)) {
      throw new UserException(
          "--format %s writes several files%n  help: name a folder with --output"
              .formatted(format.name().toLowerCase(Locale.ROOT)));
    }
    try (RecordTables tables =
        RecordTables.create(shape, Path.of(output), format == RecordFormat.PARQUET)) {
      for (long number = 1; number <= count; number++) {
        tables.write(population.candidate(number));
      }
      tables.complete();
    }
  }

  /** The forms that records are written in. */
  private enum RecordFormat {
    JSONL,
    CSV,
    PARQUET
  }
}
