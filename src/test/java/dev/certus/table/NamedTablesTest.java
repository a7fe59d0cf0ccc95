package dev.certus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.record.RecordShape;
import dev.certus.record.RecordTable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTablesTest {

  private static final List<RecordTable> TABLES = RecordTable.of(RecordShape.standard());

  @Test
  void readsThePlaceOfEachTable() throws IOException {
    assertThat(NamedTables.of(List.of("attempts=a=b.csv", "vouchers=v"), TABLES))
        .containsEntry(TABLES.get(1), "a=b.csv")
        .containsEntry(TABLES.get(4), "v")
        .hasSize(2);
  }

  @Test
  void refusesWhatIsNoPlaceOfATable() {
    assertThatThrownBy(() -> NamedTables.of(List.of("attempts"), TABLES))
        .hasMessageContaining("table place `attempts`: expected NAME=PLACE");
    assertThatThrownBy(() -> NamedTables.of(List.of("atempts=x"), TABLES))
        .hasMessageContaining("unknown table `atempts`")
        .hasMessageContaining("did you mean `attempts`?");
    assertThatThrownBy(() -> NamedTables.of(List.of("attempts=x", "attempts=y"), TABLES))
        .hasMessageContaining("table `attempts` has two places");
  }
}
