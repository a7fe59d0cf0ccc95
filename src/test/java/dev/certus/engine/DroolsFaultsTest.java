package dev.certus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.decision.Decision;
import dev.certus.pack.PackFiles;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Faults that Drools 10.2 is known to have: one that the second engine finds, which can go when
 * Drools is mended, and one that cannot happen here.
 */
class DroolsFaultsTest {

  private static final Instant AS_OF = Instant.parse("2026-03-05T12:00:00Z");

  private static final CandidateRecord FAILED =
      Records.of(
          """
          {'candidateId':'C-1','attempts':[{'id':'A-1','exam':'X-1',
          'startedAt':'2026-03-02T10:00:00Z','outcome':'fail'}]}
          """);

  private static String rule(String name, String condition) {
    return """
        package %s

        import dev.certus.decision.Subject
        import dev.certus.fact.Candidate
        import dev.certus.fact.Certificate
        import dev.certus.fact.Conclusions
        import dev.certus.fact.Voucher
        import five.Wait

        global Conclusions decisions

        rule "%s"
            @clause( "WAIT" ) @phase( "decisions" )
        when
            %s
        then
            decisions.give( "needs-review", Subject.attempt( "%s" ) ).because( "So." );
        end
        """
        .formatted(name, name, condition, name);
  }

  /** apache/incubator-kie, issue 7115. */
  @Test
  void anExistsWithANotFiresThoughAnotherPackageBeginsAnExistsAlike() {
    RuleBook book =
        load(
            PackFiles.read(Packs.FIVE_DAYS, "five-days")
                .with("b.drl", rule("b", "exists( Wait( ) and not Voucher( ) )"))
                .with("c.drl", rule("c", "exists( Wait( ) and Certificate( ) )")));

    try (Engine plan = EngineChoice.PLAN.open(book, Limits.DEFAULT)) {
      assertThat(plan.decide(FAILED, AS_OF).decisions()).extracting(Decision::rule).contains("b");
    }
    try (Engine both = EngineChoice.BOTH.open(book, Limits.DEFAULT)) {
      assertThatThrownBy(() -> both.decide(List.of(FAILED), AS_OF))
          .isInstanceOf(EnginesDifferException.class)
          .hasMessageContaining("by the plan alone: Decision[code=needs-review");
    }
  }

  /**
   * apache/incubator-kie, issue 7109: an accumulate stops firing in a session that is open while a
   * rule is added that begins as its rule does. A rule book never gains rules, so a changed pack
   * leaves the engine of the one before alone, and both decide on.
   */
  @Test
  void anAccumulateFiresOnThoughTheChangedPackHasARuleThatBeginsAlike() {
    PackFiles files =
        PackFiles.read(Packs.FIVE_DAYS, "five-days")
            .with("b.drl", rule("b", "Wait( ) accumulate( Candidate( ); $n : count( ); $n > 0 )"));
    PackFiles changed = files.with("c.drl", rule("c", "Wait( ) Candidate( )"));

    try (Engine before = EngineChoice.BOTH.open(load(files), Limits.DEFAULT)) {
      assertThat(rules(before)).contains("b").doesNotContain("c");
      try (Engine after = EngineChoice.BOTH.open(load(changed), Limits.DEFAULT)) {
        assertThat(rules(after)).contains("b", "c");
        assertThat(rules(before)).contains("b").doesNotContain("c");
      }
    }
  }

  private static RuleBook load(PackFiles files) {
    return RuleBook.load(files, RuleCache.none());
  }

  private static List<String> rules(Engine engine) {
    return engine.decide(FAILED, AS_OF).decisions().stream().map(Decision::rule).toList();
  }
}
