package dev.certus.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.output.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputComparisonTest {

  private static final String ONE = "{\"candidateId\":\"C-1\",\"n\":1}\n";
  private static final String TWO = "{\"candidateId\":\"C-2\",\"n\":2}\n";

  @TempDir private Path folder;

  @Test
  void findsNothingWhereTheOutputIsWhatFollows() throws IOException {
    assertThat(compare(ONE + TWO, ONE, TWO)).isNull();
  }

  @Test
  void findsTheFirstValueThatDiffers() throws IOException {
    Discrepancy first = compare(ONE + TWO.replace(":2}", ":3}"), ONE, TWO);

    assertThat(first.where()).endsWith("out.jsonl:2:");
    assertThat(first.what()).isEqualTo("candidate C-2: `/n` is not what follows");
    assertThat(first.expected()).isEqualTo("2");
    assertThat(first.found()).isEqualTo("3");
  }

  @Test
  void findsDecisionsThatAreMissing() throws IOException {
    assertThat(compare(ONE, ONE, TWO).what())
        .isEqualTo("it ends before the decisions of candidate C-2");
  }

  @Test
  void findsDecisionsThatNoRecordGives() throws IOException {
    assertThat(compare(ONE + TWO, ONE).what())
        .isEqualTo("decisions of candidate C-2 that no record gives");
  }

  private Discrepancy compare(String output, String... decisions) throws IOException {
    Path file = Files.writeString(folder.resolve("out.jsonl"), output);
    try (OutputComparison comparison =
        new OutputComparison(Written.file(file, OutputFormat.JSONL), new Sample(9, 1, 0))) {
      for (String chunk : decisions) {
        comparison.compare(chunk.getBytes(UTF_8));
      }
      return comparison.first();
    }
  }
}
