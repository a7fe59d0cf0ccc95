package dev.certus.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedPoolTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void returnsResultsInTheOrderOfTheTasks(int threads) throws InterruptedException {
    List<Integer> results = new ArrayList<>();
    try (OrderedPool<Integer> pool = new OrderedPool<>(threads)) {
      for (int i = 0; i < 500; i++) {
        int number = i;
        pool.add(() -> number);
        if (pool.isFull()) {
          results.add(pool.next());
        }
      }
      while (!pool.isEmpty()) {
        results.add(pool.next());
      }
    }
    assertThat(results).isEqualTo(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void aloneHoldsOneTask() {
    try (OrderedPool<String> pool = new OrderedPool<>(1)) {
      assertThat(pool.isFull()).isFalse();
      pool.add(() -> "one");
      assertThat(pool.isFull()).isTrue();
    }
  }

  @Test
  void passesOnWhatATaskThrows() {
    try (OrderedPool<String> pool = new OrderedPool<>(2)) {
      pool.add(
          () -> {
            throw new IllegalArgumentException("broken");
          });
      assertThatThrownBy(pool::next).hasRootCauseMessage("broken");
    }
  }
}
