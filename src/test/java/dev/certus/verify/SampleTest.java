package dev.certus.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void choosesAboutAsManyAsItIsAskedForAndTheSameByOneSeed() {
    Sample sample = new Sample(1_000, 10_000, 7);

    assertThat(sample.isAll()).isFalse();
    assertThat(chosen(sample)).hasSizeBetween(900, 1_100).isEqualTo(chosen(new Sample(1, 10, 7)));
    assertThat(chosen(sample)).isNotEqualTo(chosen(new Sample(1_000, 10_000, 8)));
    assertThat(sample.chooses(null)).isTrue();
  }

  @Test
  void choosesAllWhereThereAreNoMore() {
    Sample all = new Sample(10, 10, 7);

    assertThat(all.isAll()).isTrue();
    assertThat(all.chooses("C-1")).isTrue();
  }

  private static int[] chosen(Sample sample) {
    return IntStream.range(0, 10_000).filter(i -> sample.chooses("C-" + i)).toArray();
  }
}
