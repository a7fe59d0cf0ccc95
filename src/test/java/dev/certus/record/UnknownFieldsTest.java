package dev.certus.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownFieldsTest {

  @Test
  void eachNameIsPassedOnOnce() {
    List<String> names = new ArrayList<>();
    UnknownFields fields = new UnknownFields(names::add);

    List.of("shoe", "hat", "shoe").forEach(fields);

    assertThat(names).containsExactly("shoe", "hat");
  }
}
