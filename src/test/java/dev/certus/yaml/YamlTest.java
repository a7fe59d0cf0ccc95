package dev.certus.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.problem.PackException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {

  private static final String TEXT =
      """
      # 𝒜 comment with a letter beyond the basic plane.
      one: {a: "quoted", b: 12.50}   # behind
      two:
        - x: 1
          y: [p, q]

        # about the next
        - x: 2
      three: >-
        folded
      """;

  private static final Yaml YAML = Yaml.parse("f.yaml", TEXT);

  /** The part of the text that a node takes up. */
  private static String part(String pointer) {
    Yaml node = YAML.nearest(pointer);
    return TEXT.substring(node.start(), node.end());
  }

  @Test
  void nodesKnowTheirPartOfTheText() {
    assertThat(part("/one")).isEqualTo("{a: \"quoted\", b: 12.50}");
    assertThat(part("/one/a")).isEqualTo("\"quoted\"");
    assertThat(part("/one/b")).isEqualTo("12.50");
    assertThat(part("/two/0")).isEqualTo("x: 1\n    y: [p, q]");
    assertThat(part("/two/0/y/1")).isEqualTo("q");
    assertThat(part("/two/1")).isEqualTo("x: 2");
  }

  @Test
  void nodesAndKeysKnowTheirPlace() {
    assertThat(YAML.nearest("/two/1/x").at()).hasToString("f.yaml:8:8");
    assertThat(YAML.nearest("/one").keyAt("b")).hasToString("f.yaml:2:20");
    assertThat(YAML.nearest("/one").keyAt("z")).hasToString("f.yaml:2:6");
  }

  @Test
  void aPointerThatLeadsNowhereLeadsToTheLastNodeOnTheWay() {
    assertThat(YAML.nearest("/one/z/y").at()).isEqualTo(YAML.nearest("/one").at());
    assertThat(YAML.nearest("/two/2").at()).isEqualTo(YAML.nearest("/two").at());
    assertThat(YAML.nearest("/two/x").at()).isEqualTo(YAML.nearest("/two").at());
    assertThat(YAML.nearest("")).isSameAs(YAML);
  }

  @Test
  void valuesAreRead() {
    assertThat(Yaml.parse("f", "{i: 7, d: 7.50, b: true, n: null, e: , t: 2026-03-02}").plain())
        .isEqualTo(
            map(
                "i",
                7,
                "d",
                new BigDecimal("7.50"),
                "b",
                true,
                "n",
                null,
                "e",
                null,
                "t",
                "2026-03-02"));
    assertThat(Yaml.parse("f", "[12345678901, .inf, -.nan, yes]").plain())
        .isEqualTo(List.of(new BigDecimal("12345678901"), ".inf", "-.nan", "yes"));
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: [1}       | f.yaml:1:7: | not well-formed
          {a: 1} # b: 2 | f.yaml:1:1: | a list is expected here
          a             | f.yaml:1:1: | a list is expected here
          """)
  void whatIsWrongIsReportedAtItsPlace(String text, String place, String message) {
    assertThatThrownBy(() -> Yaml.parse("f.yaml", text).list())
        .isInstanceOf(PackException.class)
        .hasMessageStartingWith(place)
        .hasMessageContaining(message);
  }

  @Test
  void aRepeatedKeyIsReportedAtItsPlace() {
    assertThatThrownBy(() -> Yaml.parse("f.yaml", "{a: 1, a: 2}").map())
        .hasMessage("f.yaml:1:8: the key `a` is repeated\n  help: keep one of them");
  }

  @Test
  void anEmptyFileIsNoDocument() {
    assertThatThrownBy(() -> Yaml.parse("f.yaml", "# nothing\n"))
        .hasMessage("f.yaml: the file is empty");
  }
}
