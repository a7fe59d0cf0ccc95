package dev.certus.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Records;
import dev.certus.decision.Decisions;
import dev.certus.engine.SessionEngine;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The gate lets everything through that the grammar promises, and each form of it works. */
class EveryFormTest {

  private static final Path PACK = Path.of("src/test/resources/packs/every-form");

  private static final CandidateRecord RECORD =
      Records.of(
          """
          {'candidateId':'C','attempts':[
            {'id':'A-1','exam':'NET-1','startedAt':'2026-03-02T10:00:00Z','outcome':'fail','score':650},
            {'id':'A-2','exam':'NET-1','startedAt':'2026-03-01T10:00:00Z','outcome':'fail','score':640},
            {'id':'A-3','exam':'NET-1','startedAt':'2026-02-02T10:00:00Z','outcome':'fail'}],
           'appointments':[
            {'id':'P-1','exam':'NET-1','startsAt':'2026-04-02T10:00:00Z','status':'booked'}],
           'vouchers':[{'id':'V-1','percent':50,'expiresOn':'2027-01-01'}]}
          """);

  @Test
  void everyRuleOfThePackFires() {
    try (SessionEngine engine = new SessionEngine(RuleBook.load(PACK))) {
      Decisions decisions = engine.decide(RECORD, Instant.parse("2026-03-20T00:00:00Z"));

      assertThat(decisions.decisions()).hasSizeGreaterThan(100);
      assertThat(engine.firings().entrySet())
          .hasSizeGreaterThan(110)
          .noneMatch(rule -> rule.getValue() == 0)
          .extracting(Map.Entry::getKey)
          .contains("facts are gathered", "forall", "sum-money");
    }
  }
}
