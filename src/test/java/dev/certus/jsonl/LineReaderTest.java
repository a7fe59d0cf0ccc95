package dev.certus.jsonl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.run.RecordPlace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  @Test
  void splitsAtLineFeedsAndKnowsWhereLinesStand() throws IOException {
    List<InputLine> lines = lines("one\n\ntwo");

    assertThat(lines).extracting(LineReaderTest::text).containsExactly("one", "", "two");
    assertThat(lines)
        .extracting(InputLine::place)
        .containsExactly(
            new RecordPlace.Line(1, 0, 3, true),
            new RecordPlace.Line(2, 4, 0, true),
            new RecordPlace.Line(3, 5, 3, false));
    assertThat(lines).extracting(InputLine::isBlank).containsExactly(false, true, false);
  }

  @Test
  void leavesOutCarriageReturnsAndAByteOrderMark() throws IOException {
    List<InputLine> lines = lines("\uFEFFone\r\ntwo\r\n");

    assertThat(lines).extracting(LineReaderTest::text).containsExactly("one", "two");
    assertThat(lines.get(0).place().offset()).isEqualTo(3);
  }

  @Test
  void keepsALineThatIsLongerThanItsBuffer() throws IOException {
    String line = "x".repeat(200_000);

    assertThat(lines(line + "\ny")).extracting(LineReaderTest::text).containsExactly(line, "y");
  }

  @Test
  void findsNoLineInNothing() throws IOException {
    assertThat(lines("")).isEmpty();
  }

  private static List<InputLine> lines(String text) throws IOException {
    LineReader reader =
        new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    List<InputLine> lines = new ArrayList<>();
    for (InputLine line = reader.next(); line != null; line = reader.next()) {
      lines.add(line);
    }
    return lines;
  }

  private static String text(InputLine line) {
    return StandardCharsets.UTF_8.decode(line.bytes().duplicate()).toString();
  }
}
