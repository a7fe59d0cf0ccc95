package dev.certus.cli;

import dev.certus.adapter.Sources;
import dev.certus.impact.ComparisonManifest;
import dev.certus.output.OutputFormat;
import dev.certus.postgres.PostgresConnection;
import dev.certus.record.RecordShape;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.Manifest;
import dev.certus.run.ManifestFile;
import dev.certus.run.RecordSource;
import dev.certus.verify.ComparisonCheck;
import dev.certus.verify.Verification;
import dev.certus.verify.VerificationReport;
import dev.certus.verify.Written;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus verify}: whether the output of a run still follows from its inputs. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks that the output of a run still follows from its input, by the run's manifest.",
      "Checks that the pack, the input and the output have not changed, decides"
          + " records again, and compares."
    },
    footer = {
      "",
      "Exit codes: 0 it follows; 1 it does not; 2 could not run.",
      "",
      "Example:",
      "  certus verify decisions.jsonl.manifest.json --all"
    })
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MANIFEST", description = "The manifest written by certus decide.")
  private Path manifest;

  @ArgGroup private Extent extent = new Extent();

  /** How much is decided again. */
  private static final class Extent {
    @Option(
        names = "--sample",
        paramLabel = "N",
        defaultValue = "1000",
        description = "Decide about N records again, chosen at random. Default: 1000.")
    private long sample = 1000;

    @Option(names = "--all", description = "Decide all records again, and compare the counts.")
    private boolean all;
  }

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Choose the same records as a run that printed this seed. Default: a random seed.")
  private Long seed;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Check the signature of the manifest, MANIFEST.sig, by this public key, which certus key"
              + " made.")
  private Path key;

  @Option(
      names = "--previous",
      paramLabel = "MANIFEST",
      description = "Check that this is the manifest of the run before.")
  private Path previous;

  @Mixin private PackOption pack;

  @Option(
      names = "--input",
      paramLabel = "PLACE",
      description = "Where the input is now. Default: its place in the manifest.")
  private String input;

  @Option(
      names = "--output",
      paramLabel = "PLACE",
      description = "Where the output is now. Default: its place in the manifest.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "human",
      description = "human (the default), or json: one object.")
  private VerifyFormat format;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      VerificationReport report;
      VerifyFormat.Subject subject;
      if (ManifestFile.has(manifest, "report")) {
        ComparisonManifest then = ManifestFile.read(manifest, ComparisonManifest.class);
        subject = VerifyFormat.Subject.of(then);
        report = comparison(then);
      } else {
        Manifest then = ManifestFile.read(manifest);
        subject = VerifyFormat.Subject.of(then);
        report = verify(then);
      }
      out.print(format.text(subject, report));
      out.flush();
      return report.holds() ? ExitCode.FINE : ExitCode.FINDINGS;
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
  }

  private VerificationReport verify(Manifest then) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = Progress.on(err, true);
    Verification verification =
        new Verification(
            then,
            extent.all ? Long.MAX_VALUE : extent.sample,
            seed == null ? new SecureRandom().nextInt() : seed,
            Runtime.getRuntime().availableProcessors(),
            progress::show);
    Written written = written(then.output());
    verification.program(Main.Version.text(), Runtime.version().toString());
    if (key != null) {
      verification.signature(manifest, key);
    }
    if (previous != null) {
      verification.previous(previous);
    }
    verification.policy(
        () -> pack.files(then.pack().folder(), then.pack().policyAsOf()), PackOption.cache());
    verification.rejected();
    verification.decisions(shape -> source(shape, then.input()), written);
    progress.done();
    return verification.report();
  }

  /** Compares again, and holds the report against the one that was written. */
  private VerificationReport comparison(ComparisonManifest then) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    RuleBook before = DiffPacks.book(then.before().name(), err);
    RuleBook after = DiffPacks.book(then.after().name(), err);
    try (RecordSource records = source(after.pack().record(), then.input())) {
      return new ComparisonCheck(
              then, Path.of(place("output", then.report().name(), output)), Main.Version.text())
          .check(before, after, records);
    }
  }

  private RecordSource source(RecordShape shape, Manifest.Input then) throws IOException {
    String place = place("input", then.name(), input);
    return then.kind().equals("rejected")
        ? Sources.rejected(place)
        : Sources.open(
            shape,
            place,
            then.tables(),
            warning -> spec.commandLine().getErr().println("warning: " + warning));
  }

  private Written written(Manifest.Output then) throws IOException {
    OutputFormat written = OutputFormat.valueOf(then.format().toUpperCase(Locale.ROOT));
    if (written == OutputFormat.TABLE) {
      throw new UserException(
          "%s is a table for people, which cannot be read back%n  help: decide with --format jsonl or csv"
              .formatted(then.name()));
    }
    String place = place("output", then.name(), output);
    return then.table() == null
        ? Written.file(Path.of(place), written)
        : Written.table(PostgresConnection.of(place), then.table());
  }

  private static String place(String what, String then, String now) {
    if (now == null && then.startsWith("standard ")) {
      throw new UserException(
          "the %s was %s, which is gone%n  help: keep it in a file, and name that with --%s"
              .formatted(what, then, what));
    }
    return now == null ? then : now;
  }
}
