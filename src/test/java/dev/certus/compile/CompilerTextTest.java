package dev.certus.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.pack.PackFiles;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CompilerTextTest {

  private static String compiled(String drl) {
    PackFiles files = new PackFiles("pack", new TreeMap<>(Map.of("a.drl", drl)));
    return CompilerText.of(files, files).get("a.drl");
  }

  @Test
  void lettersThatTheMachineMayLackAreWrittenByTheirNumber() {
    assertThat(compiled("package a\n// Prüfung\nrule \"nicht gewählt\" when then end\n"))
        .endsWith("\n// Pr\\u00fcfung\nrule \"nicht gew\\u00e4hlt\" when then end\n");
  }

  @Test
  void setsAreCollectedInOrderAndLinesKeepTheirPlaces() {
    String drl =
        """
        package a;
        rule "collectSet"
        when
            accumulate( Exam( $a : code ); $all : collectSet( $a ), $more : collectSet( $a ) )
        then
        end
        """;

    assertThat(compiled(drl))
        .startsWith("package a import accumulate dev.certus.compile.CollectInOrder collectInOrder ")
        .contains(" import dev.certus.fact.Voucher ");
    assertThat(compiled(drl).lines())
        .contains("rule \"collectSet\"")
        .contains(
            "    accumulate( Exam( $a : code ); $all : collectInOrder( $a ),"
                + " $more : collectInOrder( $a ) )")
        .hasSize(6);
  }
}
