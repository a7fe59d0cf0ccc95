package dev.certus.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.decision.Decision;
import dev.certus.engine.SessionEngine;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordReader;
import dev.certus.rulebook.RuleBook;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PopulationTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final RuleBook BOOK = Packs.aws();

  private static Population population(long seed) {
    return new Population(BOOK.pack(), seed, AS_OF);
  }

  @Test
  void theSameSeedMakesTheSameCandidates() {
    assertThat(population(7).candidate(12)).isEqualTo(population(7).candidate(12));
    assertThat(population(7).candidate(12)).isNotEqualTo(population(8).candidate(12));
    assertThat(population(7).candidate(12)).isNotEqualTo(population(7).candidate(13));
  }

  @Test
  void everyDecisionAndEveryClauseOccurs() {
    Set<String> codes = new HashSet<>();
    Set<String> clauses = new HashSet<>();
    try (SessionEngine engine = new SessionEngine(BOOK)) {
      for (int i = 1; i <= 8_000; i++) {
        for (Decision decision : engine.decide(population(10).candidate(i), AS_OF).decisions()) {
          codes.add(decision.code());
          clauses.add(decision.clause());
        }
      }
    }
    clauses.add("AWS-VOUCHER-50"); // states which voucher counts; the fee's clause decides
    assertThat(codes).isEqualTo(BOOK.pack().decisions().keySet());
    assertThat(clauses).isEqualTo(BOOK.pack().clauses().keySet());
  }

  @Test
  void everyRecordKeepsTheContract() throws Exception {
    RecordReader reader =
        new RecordReader(BOOK.pack().record(), unknown -> assertThat(unknown).isNull());
    for (int i = 1; i <= 2_000; i++) {
      CandidateRecord candidate = population(7).candidate(i);
      assertThat(reader.read(ByteBuffer.wrap(RecordJson.line(candidate)))).isEqualTo(candidate);
    }
  }

  @Test
  void mostCandidatesHaveOneToFourAttempts() {
    long few = 0;
    for (int i = 1; i <= 2_000; i++) {
      int attempts = population(7).candidate(i).list("attempts").size();
      few += attempts >= 1 && attempts <= 4 ? 1 : 0;
    }
    assertThat(few).isGreaterThan(1_600);
  }
}
