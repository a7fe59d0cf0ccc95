package dev.certus.cli;

import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.pack.PackFiles;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.RecordSource;
import dev.certus.timeline.Timeline;
import dev.certus.timeline.TimelineFormat;
import dev.certus.timeline.TimelineWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code certus timeline}: decisions over time. */
@Command(
    name = "timeline",
    mixinStandardHelpOptions = true,
    description = {
      "Shows a candidate's decisions from the first fact to the last change to come, as"
          + " the record is now: when each begins and ends."
    },
    footer = {
      "",
      "Examples:",
      "  certus timeline one.jsonl --as-of 2026-11-23T08:00:00Z",
      "  certus timeline night.jsonl --candidate c-4711 --format html --output c.html",
      "",
      "Exit codes: 0 fine; 1 some records were rejected, or there was none; 2 could not run."
    })
final class TimelineCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private InputOption input;

  @Mixin private PackOption pack;

  @Mixin private AsOfOption asOf;

  @Mixin private WantedRecords wanted;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "human",
      description =
          "human (the default), json: one object a candidate, svg: a picture of one"
              + " candidate, or html: a page with picture and table of one candidate.")
  private TimelineFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = Output.STANDARD,
      description = "Write to this file. Default: -, standard output.")
  private String output;

  private int written;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Instant instant = asOf.instant(err);
    TimelineWriter writer = format.writer();
    PackFiles files = pack.announce(err);
    try (RecordSource source =
            input.open(files.record(), warning -> err.println("warning: " + warning));
        Output out = Output.open(output, spec.commandLine())) {
      RuleBook book = PackOption.compile(files);
      int exit;
      try (Engine engine = EngineChoice.openOne(book, Limits.DEFAULT)) {
        exit =
            wanted.each(
                book.pack().record(),
                source,
                err,
                record -> {
                  String text = writer.text(Timeline.of(engine, record, instant));
                  one();
                  out.stream().write(text.getBytes(StandardCharsets.UTF_8));
                });
      }
      out.complete();
      return exit;
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
  }

  /** A picture and a page hold one candidate. */
  private void one() {
    written++;
    boolean isOne = format == TimelineFormat.SVG || format == TimelineFormat.HTML;
    if (isOne && written > 1) {
      throw new UserException(
          "the input holds more than one candidate, and %s shows one%n  help: choose one by --candidate ID"
              .formatted(format.name().toLowerCase(Locale.ROOT)));
    }
  }
}
