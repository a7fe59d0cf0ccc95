package dev.certus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.record.RecordTable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTablesTest {

  @Test
  void readsThePlaceOfEachTable() throws IOException {
    assertThat(NamedTables.of(List.of("attempts=a=b.csv", "vouchers=v")))
        .containsEntry(RecordTable.ATTEMPTS, "a=b.csv")
        .containsEntry(RecordTable.VOUCHERS, "v")
        .hasSize(2);
  }

  @Test
  void refusesWhatIsNoPlaceOfATable() {
    assertThatThrownBy(() -> NamedTables.of(List.of("attempts")))
        .hasMessageContaining("table place `attempts`: expected NAME=PLACE");
    assertThatThrownBy(() -> NamedTables.of(List.of("atempts=x")))
        .hasMessageContaining("unknown table `atempts`")
        .hasMessageContaining("did you mean `attempts`?");
    assertThatThrownBy(() -> NamedTables.of(List.of("attempts=x", "attempts=y")))
        .hasMessageContaining("table `attempts` has two places");
  }
}
