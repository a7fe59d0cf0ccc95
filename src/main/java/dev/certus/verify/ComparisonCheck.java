package dev.certus.verify;

import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.file.FileHash;
import dev.certus.impact.Comparison;
import dev.certus.impact.ComparisonManifest;
import dev.certus.impact.ComparisonOptions;
import dev.certus.impact.Condition;
import dev.certus.impact.Impact;
import dev.certus.record.RecordReader;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.RecordSource;
import dev.certus.run.RunListener;
import dev.certus.time.TimeZoneData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Checks whether the report of a comparison still follows from its packs and its input: compares
 * all again. Used once.
 */
public final class ComparisonCheck {

  private static final String COMPARE = "compare again, or get the report back as it was";

  private final ComparisonManifest then;
  private final Path report;
  private final String program;
  private final Discrepancies findings = new Discrepancies();

  /**
   * A check.
   *
   * @param report where the report is now
   * @param program the version of the program
   */
  public ComparisonCheck(ComparisonManifest then, Path report, String program) {
    this.program = program;
    this.then = then;
    this.report = report;
  }

  /**
   * Checks.
   *
   * @param before the old pack, as it is now
   * @param after the new pack, as it is now
   * @param source the records
   * @throws IOException where the report or the records cannot be read
   */
  public VerificationReport check(RuleBook before, RuleBook after, RecordSource source)
      throws IOException {
    findings.compare("output", then.report(), FileHash.of(report), COMPARE);
    pack(then.before(), before);
    pack(then.after(), after);
    findings.compare(
        "time-zones",
        "Java",
        "the time zone data are not those of the comparison",
        then.timeZones(),
        TimeZoneData.version(),
        "run certus with the Java that compared: " + then.java());
    Comparison comparison =
        new Comparison(before, after, options(), new RecordReader(after.pack().record(), f -> {}));
    Impact impact = comparison.run(source, new RunListener() {});
    InputCheck input = new InputCheck(then.input(), findings);
    input.files(source.files());
    input.records(source.name(), comparison.end());
    if (findings.all().isEmpty()) {
      byte[] again = then.format().report(impact, before, after);
      findings.compare(
          "decision", then.report(), FileHash.of(then.report().name(), again), COMPARE);
    }
    return new VerificationReport(findings.all(), notes(), impact.records(), null);
  }

  private ComparisonOptions options() {
    return new ComparisonOptions(
        Instant.parse(then.asOf()),
        EngineChoice.AUTO,
        Limits.DEFAULT,
        Runtime.getRuntime().availableProcessors(),
        then.share(),
        true,
        then.conditions().stream().map(Condition::of).toList());
  }

  private void pack(ComparisonManifest.Compared expected, RuleBook found) {
    findings.compare(
        "pack",
        expected.name(),
        "the pack is not the one that was compared",
        "sha256 " + expected.sha256(),
        "sha256 " + found.hash(),
        "get the pack back as it was");
  }

  private List<String> notes() {
    return program.equals(then.program())
        ? List.of()
        : List.of("certus was %s and is %s".formatted(then.program(), program));
  }
}
