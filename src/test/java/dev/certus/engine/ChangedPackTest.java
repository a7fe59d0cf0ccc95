package dev.certus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule book brought up to a change decides as one that was loaded after it. */
class ChangedPackTest {

  private static final Instant AS_OF = Instant.parse("2026-03-06T08:00:00Z");
  private static final CandidateRecord RECORD =
      Records.of(
          """
          {'candidateId':'C','attempts':[
            {'id':'A-1','exam':'NET-1','startedAt':'2026-03-02T10:00:00Z','outcome':'fail'},
            {'id':'A-2','exam':'SEC-1','startedAt':'2026-03-03T10:00:00Z','outcome':'pending'},
            {'id':'A-3','exam':'WEB-1','startedAt':'2026-03-04T10:00:00Z','outcome':'pass'}]}
          """);

  @TempDir private Path pack;
  @TempDir private Path compiled;

  @BeforeEach
  void takeAPack() {
    Packs.copy(Packs.FIVE_DAYS, pack);
  }

  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          waits.drl  | outcome == Outcome.FAIL           | outcome != Outcome.FAIL
          waits.drl  | outcome == Outcome.FAIL           | outcome == Outcome.PENDING
          waits.drl  | until > $now )                    | until < $now )
          waits.drl  | "needs-review", Subject.attempt( $attempt.id() ) | "retake-blocked", Subject.exam( "SEC-1" )
          waits.drl  | rule "an attempt without a result | rule "a pending attempt
          waits.drl  | rule "an exam may not             | // later\\nrule "an exam may not
          waits.drl  | rule "a fail                      | declare Idle\\n since : Moment\\nend\\nrule "a fail
          waits.drl  | , until > $now                    | , until > $now ) not Wait( until > $until
          terms.yaml | value: 3                          | value: 4
          """)
  void decidesLikeOneLoadedAfterTheChange(String file, String text, String by) {
    keptFromAnEarlierRun();
    RuleBook before = keptFromAnEarlierRun();
    Packs.change(pack.resolve(file), text, by.replace("\\n", "\n"));

    RuleBook changed = before.changed(files());

    RuleBook loaded = RuleBook.load(pack);
    assertThat(decisions(changed)).isEqualTo(decisions(loaded));
    assertThat(changed.hash()).isEqualTo(loaded.hash()).isNotEqualTo(before.hash());
    assertThat(changed.rules()).isEqualTo(loaded.rules());
  }

  /** A function belongs to every rule that calls it, be it through another function. */
  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          outcome == Outcome.PENDING             | outcome != Outcome.PENDING
          outcome == Outcome.PENDING             | isOf( this, "WEB-1" )
          attempt.code().equals( code )          | !attempt.code().equals( code )
          isOf( attempt, "NET-1" )               | isOf( attempt, "WEB-1" )
          function boolean isOf                  | // one exam\\nfunction boolean isOf
          """)
  void aPackWithFunctionsDecidesLikeOneLoadedAfterTheChange(String text, String by) {
    Packs.change(
        pack.resolve("waits.drl"),
        "declare Wait",
        """
        function boolean isOf( Attempt attempt, String code ) {
            return attempt.code().equals( code );
        }

        function boolean isFree( Attempt attempt ) {
            return isOf( attempt, "NET-1" ) || isOf( attempt, "SEC-1" );
        }

        declare Wait""");
    Packs.change(
        pack.resolve("waits.drl"),
        "outcome == Outcome.FAIL",
        "outcome == Outcome.FAIL, isFree( this )");
    RuleBook before = RuleBook.load(pack);
    Packs.change(pack.resolve("waits.drl"), text, by.replace("\\n", "\n"));

    RuleBook changed = before.changed(files());

    assertThat(decisions(changed)).isEqualTo(decisions(RuleBook.load(pack)));
    assertThat(changed.rules()).isEqualTo(RuleBook.load(pack).rules());
  }

  @Test
  void aRuleThatWasRemovedAndPutBackFiresAgain() {
    RuleBook book = RuleBook.load(pack);
    String whole = decisions(book);
    PackFiles complete = files();
    Packs.change(pack.resolve("waits.drl"), "outcome == Outcome.PENDING", "id == null");

    RuleBook without = book.changed(files());
    RuleBook again = without.changed(complete);

    assertThat(decisions(without)).isNotEqualTo(whole);
    assertThat(decisions(again)).isEqualTo(whole);
  }

  /** Those of one rule are compiled together; the others, and those at fault, alone. */
  @Test
  void severalChangesDecideLikeEachOfThemAlone() {
    Packs.change(
        pack.resolve("waits.drl"),
        "declare Wait",
        """
        function boolean isFree( Attempt attempt ) {
            return attempt.code().equals( "NET-1" );
        }

        declare Wait""");
    Packs.change(
        pack.resolve("waits.drl"),
        "outcome == Outcome.FAIL",
        "outcome == Outcome.FAIL, isFree( this )");
    RuleBook book = RuleBook.load(pack);
    List<PackFiles> changes =
        List.of(
            changed("waits.drl", "return attempt", "return !attempt"),
            changed("waits.drl", "outcome == Outcome.FAIL", "outcome != Outcome.FAIL"),
            changed("waits.drl", "outcome == Outcome.FAIL", "outcome == Outcome.PENDING"),
            changed("waits.drl", "until > $now )", "until > $later )"),
            changed("waits.drl", "until > $now )", "until < $now )"),
            changed("waits.drl", "\"needs-review\"", "\"needs-revue\""),
            changed("waits.drl", "The result", "No result"),
            changed("waits.drl", "The result", "Runtime.getRuntime(); The result"),
            changed("waits.drl", "decisions.give( \"needs", "System.gc(); decisions.give( \"needs"),
            changed("waits.drl", "rule \"a fail", "rule \"a failure"),
            changed("waits.drl", "Outcome.FAIL", "Outcome.PASS").with("terms.yaml", "no terms"),
            changed("terms.yaml", "value: 3", "value: 4"),
            book.files());

    List<Supplier<RuleBook>> variants = book.variants(changes);

    for (int i = 0; i < changes.size(); i++) {
      PackFiles files = changes.get(i);
      assertThat(outcome(variants.get(i)))
          .as(files.texts().toString())
          .isEqualTo(outcome(() -> book.changed(files)));
    }
  }

  private PackFiles changed(String file, String text, String by) {
    PackFiles files = files();
    assertThat(files.texts().get(file)).contains(text);
    return files.with(file, files.texts().get(file).replace(text, by));
  }

  /** What a pack decides and says of its rules, or what is wrong with it. */
  private static String outcome(Supplier<RuleBook> book) {
    try {
      return decisions(book.get()) + book.get().rules() + book.get().hash();
    } catch (PackException e) {
      return e.getMessage();
    }
  }

  private RuleBook keptFromAnEarlierRun() {
    return RuleBook.load(files(), RuleCache.folder(compiled, "test"));
  }

  private PackFiles files() {
    return PackFiles.read(pack, pack.toString());
  }

  private static String decisions(RuleBook book) {
    try (SessionEngine engine = new SessionEngine(book)) {
      return engine.decide(RECORD, AS_OF).toString();
    }
  }
}
