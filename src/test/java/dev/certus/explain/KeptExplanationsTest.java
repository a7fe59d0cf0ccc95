package dev.certus.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.engine.SessionEngine;
import dev.certus.engine.Trace;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The explanations of the sample candidates, which are kept in {@code src/test/explanations}. To
 * write these files anew, run this test with {@code -Dexplanations=write} and read the difference.
 */
class KeptExplanationsTest {

  private static final Path KEPT = Path.of("src/test/explanations");
  private static final Path SAMPLES = Path.of("docs/samples/candidates.jsonl");
  private static final Path ONE = Path.of("docs/samples/one.jsonl");
  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final RuleBook BOOK = Packs.aws();
  private static final WhyNot WHY_NOT = new WhyNot(BOOK);

  @Test
  void everySampleCandidateIsExplained() throws IOException {
    for (CandidateRecord record : records(SAMPLES)) {
      String text = ReportFormat.HUMAN.writer().text(why(record));
      assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
      assertThat(text).isEqualTo(kept(record.candidateId() + ".txt", text));
    }
  }

  @ParameterizedTest
  @CsvSource({"MARKDOWN, one.md", "JSON, one.jsonl"})
  void explanationsCanBeFiledAndRead(ReportFormat format, String file) throws IOException {
    String text = format.writer().text(why(records(ONE).get(0)));

    assertThat(text).isEqualTo(kept(file, text));
  }

  @ParameterizedTest
  @CsvSource({
    "failed-last-week, retake-eligible, HUMAN, why-not-retake-eligible.txt",
    "ought-to-renew-with-a-voucher, recert-blocked, HUMAN, why-not-recert-blocked.txt",
    "result-not-posted, passed, HUMAN, why-not-passed.txt",
    "wants-to-reschedule, change-closed, HUMAN, why-not-change-closed.txt",
    "failed-last-week, retake-eligible, MARKDOWN, why-not.md",
    "failed-last-week, retake-eligible, JSON, why-not.jsonl"
  })
  void whatWasNotGivenIsExplained(String candidate, String code, ReportFormat format, String file)
      throws IOException {
    CandidateRecord record =
        records(SAMPLES).stream()
            .filter(one -> one.candidateId().equals(candidate))
            .findFirst()
            .orElseThrow();

    String text = format.writer().text(whyNot(record, code));

    assertThat(text).isEqualTo(kept(file, text));
  }

  private static List<CandidateRecord> records(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(Records::of).toList();
  }

  private static CandidateReport why(CandidateRecord record) {
    Trace trace = trace(record);
    Explainer explainer = new Explainer(BOOK, trace);
    List<Explanation> explanations =
        trace.decisions().decisions().stream().map(explainer::of).toList();
    return new CandidateReport(record.candidateId(), AS_OF, explanations, List.of());
  }

  private static CandidateReport whyNot(CandidateRecord record, String code) {
    Trace trace = trace(record);
    Explainer explainer = new Explainer(BOOK, trace);
    List<Explanation> given =
        trace.decisions().decisions().stream()
            .filter(decision -> decision.code().equals(code))
            .map(explainer::of)
            .toList();
    List<Refusal> refusals = WHY_NOT.of(record, AS_OF, code, trace.decisions().decisions(), null);
    return new CandidateReport(record.candidateId(), AS_OF, given, refusals);
  }

  private static Trace trace(CandidateRecord record) {
    try (SessionEngine engine = new SessionEngine(BOOK)) {
      return engine.trace(record, AS_OF);
    }
  }

  private static String kept(String file, String now) throws IOException {
    Path path = KEPT.resolve(file);
    if ("write".equals(System.getProperty("explanations"))) {
      Files.writeString(path, now);
    }
    return Files.readString(path);
  }
}
