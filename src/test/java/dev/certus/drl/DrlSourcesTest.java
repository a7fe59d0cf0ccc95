package dev.certus.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.pack.PackFiles;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrlSourcesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          decisions.give( "active", $subject );                                  | active
          decisions.give( $booked ? "sitting-blocked" : "retake-blocked", $s );  | sitting-blocked, retake-blocked
          decisions.give( "a", $s ); decisions.give( "b", $s );                  | a, b
          decisions.give( $code, exam( "AIF" ) ).because( "no code" );           | ~~
          insert( new Fact( "no code" ) );                                       | ~~
          """)
  void theCodesOfARuleAreTheTextsOfItsGives(String consequence, String codes) {
    DrlSources drl = read("", consequence);

    assertThat(String.join(", ", drl.codes(drl.rules().get(0)))).isEqualTo(codes);
  }

  @Test
  void aRuleRunsInThePhaseThatItsAnnotationOrItsGroupNames() {
    assertThat(read("@phase( \"waits\" )", "").rules().get(0).phase()).isEqualTo("waits");
    assertThat(read("ruleflow-group \"waits\"", "").rules().get(0).phase()).isEqualTo("waits");
    assertThat(read("agenda-group \"waits\"", "").rules().get(0).phase()).isEqualTo("waits");
    assertThat(read("", "").rules().get(0).phase()).isEmpty();
  }

  private static DrlSources read(String header, String consequence) {
    String rule = "rule \"r\" %s%nwhen%nthen%n%s%nend%n".formatted(header, consequence);
    return DrlSources.of(new PackFiles("pack", new TreeMap<>(Map.of("r.drl", rule))));
  }
}
