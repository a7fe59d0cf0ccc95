package dev.certus.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTest {

  @Test
  void whatXmlGivesAMeaningIsReplacedAndLinesStay() {
    assertThat(Xml.text("<a b=\"c\">'&'\n\td"))
        .isEqualTo("&lt;a b=&quot;c&quot;&gt;&#39;&amp;&#39;\n\td");
  }

  @Test
  void whatXmlCannotHoldIsReplaced() {
    assertThat(Xml.text("a\0b\u0007c\uFFFEd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    assertThat(Xml.text("\uD83D\uDE00\uD83D")).isEqualTo("\uD83D\uDE00\uFFFD");
  }
}
