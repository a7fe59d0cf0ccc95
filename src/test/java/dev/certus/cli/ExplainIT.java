package dev.certus.cli;

import static dev.certus.cli.Program.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code certus explain}, as an auditor runs it. */
class ExplainIT {

  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final String SAMPLES = "docs/samples/candidates.jsonl";
  private static final String AS_OF = "2026-11-23T08:00:00Z";

  @TempDir private Path folder;

  @Test
  void recordsInTablesAreExplainedAsThoseInLines() throws IOException {
    Result lines =
        certus(HERE, "explain", SAMPLES, "--as-of", AS_OF, "--candidate", "failed-last-week");
    Result tables =
        certus(
            HERE,
            "explain",
            "docs/samples/tables",
            "--as-of",
            AS_OF,
            "--candidate",
            "failed-last-week");

    assertThat(tables.exit()).isZero();
    assertThat(tables.out())
        .isEqualTo(Files.readString(HERE.resolve("src/test/explanations/failed-last-week.txt")))
        .isEqualTo(lines.out());
  }

  @Test
  void onlyWhatIsAskedForIsExplained() {
    Result run =
        certus(
            HERE,
            "explain",
            SAMPLES,
            "--as-of",
            AS_OF,
            "--decision",
            "retake-blocked",
            "--subject",
            "AIF-C01");

    assertThat(run.out().lines().filter(line -> line.matches("\\S.*: .*")))
        .isNotEmpty()
        .allMatch(line -> line.equals("retake-blocked: exam AIF-C01"));
  }

  @Test
  void aDecisionThatThePackDoesNotHaveIsNamed() {
    Result run =
        certus(
            HERE,
            "explain",
            "docs/samples/one.jsonl",
            "--as-of",
            AS_OF,
            "--decision",
            "retakeblocked");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("certus: the pack has no decision `retakeblocked`")
        .contains("help: did you mean `retake-blocked`?");
  }

  @Test
  void aRecordThatCannotBeReadIsReportedWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("bad.jsonl"), "{\"candidateId\":\"x\",\"zone\":\"Mars\"}\n");

    Result run = certus(folder, "explain", "bad.jsonl", "--as-of", AS_OF);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("bad.jsonl:1: /zone found");
  }

  @Test
  void aCandidateWhoIsNotThereIsReported() {
    Result run =
        certus(
            HERE, "explain", "docs/samples/one.jsonl", "--as-of", AS_OF, "--candidate", "nobody");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("warning: docs/samples/one.jsonl holds no record of candidate `nobody`");
  }
}
