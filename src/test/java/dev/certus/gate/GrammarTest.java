package dev.certus.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.drl.DrlTree;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written so deep or long that nothing should read it; EscapesIT has what is refused. */
class GrammarTest {

  @ParameterizedTest(name = "{0} times {2}")
  @CsvSource({
    "(, ), 10000, 23:124, more than 100 brackets within one another",
    "!, '', 10000, 23:25, may not use this expression",
    "!, '', 3900, 23:, may not use this expression",
    "'0 + ', '', 10000, 23:25, may not use this expression",
  })
  void whatIsNestedTooDeeplyIsRefused(
      String open, String close, int times, String place, String message) {
    PackFiles files = PackFiles.read(Packs.FIVE_DAYS, "pack");
    String deep = open.repeat(times) + "rank == 1" + close.repeat(times);
    String text = files.texts().get("waits.drl").replaceFirst("outcome == Outcome.FAIL", deep);

    List<Problem> problems = Gate.problems(DrlTree.of(files.with("waits.drl", text)));

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.at().toString()).startsWith("pack/waits.drl:" + place);
              assertThat(problem.message()).contains(message).hasSizeLessThan(200);
            });
  }

  @Test
  void anAnnotationOfAnyLengthIsRead() {
    PackFiles files = PackFiles.read(Packs.FIVE_DAYS, "pack");
    String text = files.texts().get("waits.drl");
    String clause = "@clause( \"" + "x".repeat(100_000) + "\" )";
    String longer = text.replaceFirst("@clause\\( \"\\S+\" \\)", clause);
    assertThat(longer).hasSizeGreaterThan(100_000);

    assertThat(Gate.problems(DrlTree.of(files.with("waits.drl", longer)))).isEmpty();
  }

  @ParameterizedTest(name = "{0} times {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "4000; 1; a fact has more than 100 conditions",
        "1; 101; a rule asks for more than 100 facts",
        "1; 20; a rule has more than 8 times `or` between facts",
      })
  void aRuleThatIsTooLargeIsRefused(int conditions, int facts, String message) {
    PackFiles files = PackFiles.read(Packs.FIVE_DAYS, "pack");
    String pattern = "Attempt( " + "rank != 7, ".repeat(conditions) + "rank != 8 )\n";
    String two = "( " + pattern + " or " + pattern + " )\n";
    String when = (message.contains("`or`") ? two : pattern).repeat(facts);
    String rule =
        """
        package five
        import dev.certus.fact.Attempt
        rule "large" @clause( "WAIT" ) @phase( "waits" )
        when
        %s
        then
            insert( new Wait( null, null ) );
        end
        """
            .formatted(when);

    assertThat(Gate.problems(DrlTree.of(files.with("large.drl", rule))))
        .extracting(Problem::message)
        .contains(message)
        .hasSizeLessThan(3);
  }
}
