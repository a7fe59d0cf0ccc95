package dev.certus.cli;

import dev.certus.batch.DecideRun;
import dev.certus.batch.Tally;
import dev.certus.engine.DecisionEngine;
import dev.certus.output.DecisionWriter;
import dev.certus.output.OutputFormat;
import dev.certus.record.RecordReader;
import dev.certus.record.UnknownFields;
import dev.certus.rules.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus decide}: records in, decisions out. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Decides candidate records: one JSON record a line in, one line of decisions a record out, in"
          + " the same order.",
      "A record that breaks the contract is set aside with the place and the cause; the run goes on."
    },
    footer = {
      "",
      "Examples:",
      "  certus decide candidates.jsonl --as-of 2026-11-23T08:00:00Z --format table",
      "  zcat night.jsonl.gz | certus decide - --output decisions.jsonl --rejected rejected.jsonl",
      "",
      "Exit codes: 0 fine; 1 finished, but more records were rejected than --max-rejected;",
      "2 could not run."
    })
final class DecideCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..1",
      defaultValue = "-",
      description = "The records, in JSON Lines; - is standard input, and the default.")
  private String input;

  @Mixin private PackOption pack;

  @Mixin private AsOfOption asOf;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "-",
      description =
          "Where the decisions go; - is standard output, and the default. A file appears only when"
              + " it is complete.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "jsonl (the default), csv, or table for reading in a terminal.")
  private OutputFormat format;

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description =
          "Where rejected records go, each as a JSON line with its place, its problems and the"
              + " record as it was. Without it they are reported on standard error alone.")
  private Path rejected;

  @Option(
      names = "--max-rejected",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many rejected records are no finding. Default: 0.")
  private long maxRejected;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads decide. Default: one a processor.")
  private Integer threads;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    int lanes = lanes();
    Instant instant = asOf.instant(err);
    Tally tally;
    try (InputStream in = Input.open(input);
        Output out = Output.open(output, spec.commandLine());
        RejectionReport rejections = new RejectionReport(rejected, input, err)) {
      RuleBook book = pack.load(err);
      Progress progress = Progress.on(err, !output.equals(Output.STANDARD));
      UnknownFields unknown =
          new UnknownFields(
              field -> err.println("warning: unknown field `" + field + "` is ignored"));
      try (DecisionEngine engine = new DecisionEngine(book)) {
        DecisionWriter writer = format.writer();
        out.stream().write(writer.header());
        tally =
            new DecideRun(
                    new RecordReader(unknown),
                    record -> writer.encode(engine.decide(record, instant)),
                    lanes,
                    rejections,
                    progress)
                .run(in, out.stream());
      }
      progress.done();
      rejections.done();
      out.complete();
    } catch (IOException e) {
      throw new UserException(Input.why(e));
    }
    return report(tally, err);
  }

  private int lanes() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (threads < 1) {
      throw new UserException("--threads is 1 or more, not " + threads);
    }
    return threads;
  }

  private int report(Tally tally, PrintWriter err) {
    if (tally.read() == 0) {
      err.printf("warning: %s holds no records%n", Input.name(input));
    }
    err.printf(
        "%,d %s decided, %,d rejected%n",
        tally.decided(), tally.decided() == 1 ? "record" : "records", tally.rejected());
    return tally.rejected() > maxRejected ? ExitCode.FINDINGS : ExitCode.FINE;
  }
}
