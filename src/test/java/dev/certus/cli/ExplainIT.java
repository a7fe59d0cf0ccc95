package dev.certus.cli;

import static dev.certus.cli.Program.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code certus explain}, as an auditor reads it. What is told of each sample candidate is kept in
 * {@code src/test/explanations}; to write these files anew, run this test with {@code
 * -Dexplanations=write} and read the difference.
 */
class ExplainIT {

  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Path KEPT = HERE.resolve("src/test/explanations");
  private static final String SAMPLES = "docs/samples/candidates.jsonl";
  private static final String AS_OF = "2026-11-23T08:00:00Z";

  @TempDir private Path folder;

  @Test
  void everySampleCandidateIsExplained() throws IOException {
    Result run = certus(HERE, "explain", SAMPLES, "--as-of", AS_OF);

    assertThat(run.exit()).isZero();
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    String[] candidates = run.out().split("(?m)^(?=\\S+, as of )");
    assertThat(candidates).hasSize(Files.readAllLines(HERE.resolve(SAMPLES)).size());
    for (String candidate : candidates) {
      String file = candidate.substring(0, candidate.indexOf(',')) + ".txt";
      assertThat(candidate).isEqualTo(kept(file, candidate));
    }
  }

  @Test
  void recordsInTablesAreExplainedAsThoseInLines() {
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
    assertThat(tables.out()).isNotEmpty().isEqualTo(lines.out());
  }

  @ParameterizedTest
  @CsvSource({"markdown,one.md", "json,one.jsonl"})
  void explanationsCanBeFiledAndRead(String format, String file) throws IOException {
    Result run =
        certus(HERE, "explain", "docs/samples/one.jsonl", "--as-of", AS_OF, "--format", format);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo(kept(file, run.out()));
  }

  @ParameterizedTest
  @CsvSource({
    "failed-last-week, retake-eligible, human, why-not-retake-eligible.txt",
    "ought-to-renew-with-a-voucher, recert-blocked, human, why-not-recert-blocked.txt",
    "result-not-posted, passed, human, why-not-passed.txt",
    "wants-to-reschedule, change-closed, human, why-not-change-closed.txt",
    "failed-last-week, retake-eligible, markdown, why-not.md",
    "failed-last-week, retake-eligible, json, why-not.jsonl"
  })
  void whatWasNotGivenIsExplained(String candidate, String code, String format, String file)
      throws IOException {
    Result run =
        certus(
            HERE,
            "explain",
            SAMPLES,
            "--as-of",
            AS_OF,
            "--candidate",
            candidate,
            "--why-not",
            code,
            "--format",
            format);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEqualTo(kept(file, run.out()));
  }

  private static String kept(String file, String now) throws IOException {
    Path path = KEPT.resolve(file);
    if ("write".equals(System.getProperty("explanations"))) {
      Files.createDirectories(KEPT);
      Files.writeString(path, now);
    }
    return Files.readString(path);
  }

  @Test
  void onlyWhatIsAskedForIsTold() {
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
  void aRecordThatCannotBeReadIsToldWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("bad.jsonl"), "{\"candidateId\":\"x\",\"zone\":\"Mars\"}\n");

    Result run = certus(folder, "explain", "bad.jsonl", "--as-of", AS_OF);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("bad.jsonl:1: /zone found");
  }

  @Test
  void aCandidateWhoIsNotThereIsToldOf() {
    Result run =
        certus(
            HERE, "explain", "docs/samples/one.jsonl", "--as-of", AS_OF, "--candidate", "nobody");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("warning: docs/samples/one.jsonl holds no record of candidate `nobody`");
  }
}
