package dev.certus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.record.RecordShape;
import dev.certus.record.RecordTable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeCursorTest {

  private static final RecordTable ATTEMPTS = RecordTable.of(RecordShape.standard()).get(1);

  @Test
  void takesTheRowsOfOneCandidateInAnOrderOfTheirOwn() throws IOException {
    MergeCursor cursor = cursor(row("C-1", "b"), row("C-1", "a"), row("C-2", "c"));

    assertThat(cursor.candidateId()).isEqualTo("C-1");
    assertThat(cursor.take("C-1", 9)).containsExactly(row("C-1", "a"), row("C-1", "b"));
    assertThat(cursor.candidateId()).isEqualTo("C-2");
    assertThat(cursor.take("C-2", 9)).containsExactly(row("C-2", "c"));
    assertThat(cursor.candidateId()).isNull();
    assertThat(cursor.read()).isEqualTo(3);
  }

  @Test
  void leavesOutRowsAboveTheLimit() throws IOException {
    MergeCursor cursor = cursor(row("C-1", "a"), row("C-1", "b"), row("C-1", "c"));

    assertThat(cursor.take("C-1", 1)).containsExactly(row("C-1", "a"));
    assertThat(cursor.left()).isEqualTo(2);
  }

  @Test
  void refusesRowsThatAreNotSorted() throws IOException {
    MergeCursor cursor = cursor(row("C-2", "a"), row("C-1", "b"));

    assertThatThrownBy(() -> cursor.take("C-2", 9))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("C-2 before C-1")
        .hasMessageContaining("help: ");
  }

  private static TableRow row(String candidateId, String cell) {
    return new TableRow(candidateId, List.of(cell));
  }

  private static MergeCursor cursor(TableRow... rows) throws IOException {
    Iterator<TableRow> next = List.of(rows).iterator();
    return new MergeCursor(
        new Rows() {
          @Override
          public RecordTable table() {
            return ATTEMPTS;
          }

          @Override
          public List<RecordTable.Column> columns() {
            return ATTEMPTS.columns().subList(0, 1);
          }

          @Override
          public TableRow next() {
            return next.hasNext() ? next.next() : null;
          }
        });
  }
}
