package dev.certus.cli;

import dev.certus.adapter.Sources;
import dev.certus.engine.Limits;
import dev.certus.file.FileHash;
import dev.certus.file.OutputLock;
import dev.certus.impact.Comparison;
import dev.certus.impact.ComparisonCheckpoint;
import dev.certus.impact.ComparisonManifest;
import dev.certus.impact.ComparisonOptions;
import dev.certus.impact.Condition;
import dev.certus.impact.ConditionResult;
import dev.certus.impact.Impact;
import dev.certus.impact.ImpactFormat;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.Manifest;
import dev.certus.run.ManifestFile;
import dev.certus.run.RecordSource;
import dev.certus.run.RunOptions;
import dev.certus.time.TimeZoneData;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus diff}: what a change of a pack does. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a change of a pack does: decides records by the old pack and by the new"
          + " one, and sums up which decisions differ, of how many candidates, and which edits"
          + " make them differ."
    },
    footer = {
      "",
      "Examples:",
      "  certus diff rules/aws my-policy night.jsonl --as-of 2026-11-23T08:00:00Z",
      "  certus diff old new night.jsonl --format html --output impact.html",
      "  certus diff old new night.jsonl --fail-if 'changed > 0 outside CLAUSE'",
      "",
      "Exit codes: 0 fine; 1 a condition of --fail-if holds, or some records were",
      "rejected; 2 could not run."
    })
final class DiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description =
          "The old pack: a folder, or REV:FOLDER as Git has it at a revision; with @DATE behind"
              + " it, as it was known on that day.")
  private String old;

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      description = "The new pack: a folder, or REV:FOLDER, with @DATE or without.")
  private String changed;

  @Parameters(
      index = "2",
      paramLabel = "INPUT",
      arity = "0..1",
      defaultValue = Sources.STANDARD,
      description = SourceOption.RECORDS)
  private String input;

  @Mixin private SourceOption source;

  @Mixin private AsOfOption asOf;

  @Mixin private EngineOption engine;

  @Option(
      names = "--fail-if",
      paramLabel = "CONDITION",
      description =
          "Exit with 1 if this holds: WHAT > N or WHAT > P%%, where WHAT is changed,"
              + " newly-CODE, no-longer-CODE or undecided, each in candidates; with `outside"
              + " CLAUSE` or `in CLAUSE` for decisions of some clauses. Can be given several"
              + " times.")
  private List<String> failIf = new ArrayList<>();

  @Option(
      names = "--sample",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description =
          "Compare only about this share of candidates, chosen by their ids, and estimate"
              + " the rest. Default: 100.")
  private double sample;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "human",
      description =
          "human (the default), json, markdown for a merge request, or html: a page with"
              + " pictures and examples.")
  private ImpactFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = Output.STANDARD,
      description = "Write to this file. Default: -, standard output.")
  private String output;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "Write the comparison's manifest, which certus verify checks, to this file. Default:"
              + " OUTPUT.manifest.json; none for standard output.")
  private Path manifest;

  @Option(
      names = "--checkpoint",
      description =
          "Save checkpoints beside the report. If the comparison is interrupted, the same command"
              + " resumes it.")
  private boolean checkpoint;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      defaultValue = "" + RunOptions.CHECKPOINT_EVERY,
      description = "Save a checkpoint after at least N records. Default: ${DEFAULT-VALUE}.")
  private int checkpointEvery;

  @Mixin private ThreadsOption threads;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    checkFiles();
    ComparisonOptions options = options(err);
    RuleBook before = DiffPacks.book(old, err);
    RuleBook after = DiffPacks.book(changed, err);
    try (RecordSource records =
            source.open(
                after.pack().record(), input, warning -> err.println("warning: " + warning));
        OutputLock lock = checkpoint ? OutputLock.of(Path.of(output)) : null;
        Output out = Output.open(output, spec.commandLine())) {
      ComparisonCheckpoint kept = lock == null ? null : checkpoint(options, before, after, records);
      RunReport report = RunReport.on(records, err, true);
      Comparison comparison =
          new Comparison(before, after, options, WarningReader.on(after.pack().record(), err));
      Impact impact = comparison.run(records, report, kept);
      report.done(false);
      byte[] text = format.report(impact, before, after);
      out.stream().write(text);
      if (manifest() != null) {
        ManifestFile.write(
            manifest(),
            new ComparisonManifest(
                Main.Version.text(),
                Runtime.version().toString(),
                TimeZoneData.version(),
                new ComparisonManifest.Compared(old, before.hash()),
                new ComparisonManifest.Compared(changed, after.hash()),
                options.asOf().toString(),
                options.share(),
                failIf,
                Manifest.Input.of(records, comparison.end()),
                format,
                FileHash.of(output, text)));
      }
      out.complete();
      if (kept != null) {
        kept.discard();
      }
      boolean fails = impact.conditions().stream().anyMatch(ConditionResult::holds);
      return fails || impact.rejected() > 0 ? ExitCode.FINDINGS : ExitCode.FINE;
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
  }

  private ComparisonCheckpoint checkpoint(
      ComparisonOptions options, RuleBook before, RuleBook after, RecordSource records) {
    return new ComparisonCheckpoint(
        Path.of(output),
        Map.of(
            "the old pack", before.hash(),
            "the new pack", after.hash(),
            "the instant", options.asOf().toString(),
            "the share", Double.toString(options.share()),
            "the conditions", failIf.toString(),
            "the input", records.name(),
            "the program", Main.Version.text(),
            "the time zone data", TimeZoneData.version()),
        checkpointEvery);
  }

  /** The manifest's place: beside the report by default; null for standard output. */
  private Path manifest() {
    boolean standard = output.equals(Output.STANDARD);
    return manifest != null || standard ? manifest : Path.of(output + ".manifest.json");
  }

  private void checkFiles() {
    if (checkpoint && output.equals(Output.STANDARD)) {
      throw new UserException(
          "--checkpoint needs a report that is a file\n  help: name it with --output");
    }
    if (checkpointEvery < 1) {
      throw new UserException("--checkpoint-every is 1 or more, not " + checkpointEvery);
    }
    if (manifest != null && output.equals(Output.STANDARD)) {
      throw new UserException(
          "--manifest needs a report that stays\n  help: name a file for it with --output");
    }
    if (manifest != null
        && manifest
            .toAbsolutePath()
            .normalize()
            .equals(Path.of(output).toAbsolutePath().normalize())) {
      throw new UserException(
          "--output and --manifest name the same file: %s%n  help: give each a file of its own"
              .formatted(output));
    }
  }

  private ComparisonOptions options(PrintWriter err) {
    if (!(sample > 0 && sample <= 100)) {
      throw new UserException("--sample is more than 0 and at most 100, not " + sample);
    }
    int deciding = threads.number();
    List<Condition> conditions = new ArrayList<>();
    for (String condition : failIf) {
      try {
        conditions.add(Condition.of(condition));
      } catch (IllegalArgumentException e) {
        throw new UserException("--fail-if: " + e.getMessage());
      }
    }
    Instant instant = checkpoint ? asOf.given() : asOf.instant(err);
    return new ComparisonOptions(
        instant, engine.factory(err), Limits.DEFAULT, deciding, sample / 100, true, conditions);
  }
}
