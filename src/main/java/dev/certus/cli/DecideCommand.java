package dev.certus.cli;

import dev.certus.engine.Limits;
import dev.certus.file.Compression;
import dev.certus.file.FileHash;
import dev.certus.pack.PackFiles;
import dev.certus.register.RegisterDatabase;
import dev.certus.register.RegisterRun;
import dev.certus.run.DecideRun;
import dev.certus.run.DecisionSink;
import dev.certus.run.OpenMetrics;
import dev.certus.run.RecordSource;
import dev.certus.run.RunOptions;
import dev.certus.run.RunResult;
import dev.certus.run.Seal;
import dev.certus.sign.Keys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code certus decide}: records in, decisions out. */
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Decides candidate records by a policy pack, as of an instant.",
      "Rejects records that break the input format, and decides the others."
    },
    footer = {
      "",
      "Exit codes: 0 fine; 1 more records rejected than --max-rejected; 2 could not run.",
      "",
      "Example:",
      "  certus decide candidates.jsonl --as-of 2026-11-23T08:00:00Z --format table"
    })
final class DecideCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private InputOption input;

  @Mixin private PackOption pack;

  @Mixin private AsOfOption asOf;

  @Mixin private OutputOption output;

  @Mixin private EngineOption engine;

  @Option(
      names = "--rejected",
      paramLabel = "FILE",
      description =
          "Write rejected records to this file, one JSON line each, with the place, the"
              + " problems and the original record. Without it, rejections are only reported on"
              + " standard error.")
  private Path rejected;

  @Option(
      names = "--max-rejected",
      paramLabel = "N",
      defaultValue = "0",
      description = "Exit with 1 if more than N records are rejected. Default: 0.")
  private long maxRejected;

  @Option(
      names = "--max-facts",
      paramLabel = "N",
      defaultValue = "" + Limits.FACTS,
      description =
          "Reject candidates with more than N attempts, appointments, certifications and"
              + " vouchers in all. Default: ${DEFAULT-VALUE}.")
  private int maxFacts;

  @Option(
      names = "--max-seconds",
      paramLabel = "N",
      defaultValue = "" + Limits.SECONDS,
      description =
          "Reject candidates on which the rules work for more than N seconds. Default:"
              + " ${DEFAULT-VALUE}.")
  private int maxSeconds;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "Write the run's manifest, which certus verify checks, to this file. Default:"
              + " OUTPUT.manifest.json; none for standard output.")
  private Path manifest;

  @Option(
      names = "--sign",
      paramLabel = "FILE",
      description =
          "Sign the manifest by this private key, which certus key made. The signature is"
              + " MANIFEST.sig.")
  private Path key;

  @Option(
      names = "--previous",
      paramLabel = "MANIFEST",
      description = "Name the manifest of the run before in this one, to chain them.")
  private Path previous;

  @Option(
      names = "--metrics",
      paramLabel = "FILE",
      description = "Write the run's metrics to this file, as OpenMetrics text.")
  private Path metrics;

  @Mixin private RegisterOption register;

  @Mixin private ThreadsOption threads;

  @Mixin private Verbosity verbosity;

  @Override
  public Integer call() {
    PrintWriter err = verbosity.start();
    int deciding = threads.number();
    Limits limits = limits();
    asOf.check();
    checkFiles();
    Seal seal = seal();
    register.check(command);
    PackFiles files = pack.announce(err);
    RunOptions options =
        RunOptions.asOf(earlier -> asOf.instant(earlier, err))
            .withEngine(engine.factory(err))
            .withLimits(limits)
            .withThreads(deciding)
            .withCheckpointEvery(output.checkpointEvery())
            .withRejected(rejected)
            .withManifest(manifest())
            .withSeal(seal)
            .withProgram(Main.Version.text());
    return register.isGiven() ? register(files, options, err) : output(files, options, err);
  }

  /** Decides into a register. */
  private int register(PackFiles files, RunOptions options, PrintWriter err) {
    try (RecordSource source =
            input.open(files.record(), warning -> err.println("warning: " + warning));
        RegisterDatabase database = register.open()) {
      RunReport report = RunReport.on(source, err, true);
      RegisterRun run =
          new RegisterRun(
              PackOption.compile(files), options.withListener(report), register.changedOnly());
      RegisterRun.Result result = run.run(source, database);
      report.done(rejected != null);
      register.print(result, err);
      return exit(result.run().rejected());
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
  }

  /** Decides into an output. */
  private int output(PackFiles files, RunOptions options, PrintWriter err) {
    RunResult result;
    String name;
    try (RecordSource source =
            input.open(files.record(), warning -> err.println("warning: " + warning));
        DecisionSink sink = output.open()) {
      name = source.name();
      RunReport report = RunReport.on(source, err, !output.isStandard());
      result =
          new DecideRun(PackOption.compile(files), options.withListener(report)).run(source, sink);
      report.done(rejected != null);
      if (metrics != null) {
        OpenMetrics.write(metrics, result);
      }
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
    RunSummary.print(name, result, verbosity.isVerbose(), err);
    return exit(result.tally().rejected());
  }

  private int exit(long rejections) {
    return rejections > maxRejected ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private Path manifest() {
    return manifest == null ? output.manifest() : manifest;
  }

  /** No two of the files that the run writes may be the same. */
  private void checkFiles() {
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("--output", output.file());
    files.put("--rejected", rejected);
    files.put("--manifest", manifest());
    files.put("--metrics", metrics);
    Map<Path, String> options = new HashMap<>();
    files.forEach(
        (option, file) -> {
          String other =
              file == null ? null : options.put(file.toAbsolutePath().normalize(), option);
          if (other != null) {
            throw new UserException(
                "%s and %s name the same file: %s%n  help: give each a file of its own"
                    .formatted(other, option, file));
          }
        });
  }

  private Seal seal() {
    if ((key != null || previous != null) && manifest() == null) {
      throw new UserException(
          "there is no manifest to sign or chain\n  help: name one by --manifest");
    }
    if (manifest() != null && Compression.ofName(manifest().toString()) != Compression.NONE) {
      throw new UserException(
          "a manifest is not compressed: %s%n  help: name it FILE.json".formatted(manifest()));
    }
    try {
      return new Seal(
          key == null ? null : Keys.readPrivate(key),
          previous == null ? null : FileHash.of(previous));
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
  }

  private Limits limits() {
    if (maxFacts < 1 || maxSeconds < 1) {
      throw new UserException(
          maxFacts < 1
              ? "--max-facts is 1 or more, not " + maxFacts
              : "--max-seconds is 1 or more, not " + maxSeconds);
    }
    return new Limits(maxFacts, maxSeconds);
  }
}
