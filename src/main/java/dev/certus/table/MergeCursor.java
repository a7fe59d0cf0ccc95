package dev.certus.table;

import dev.certus.decision.CodePoints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table that is merged with others: the candidate whose rows come next, and those rows. */
final class MergeCursor {

  private final Rows rows;
  private TableRow next;
  private long read;
  private long left;

  MergeCursor(Rows rows) throws IOException {
    this.rows = rows;
    this.next = rows.next();
  }

  Rows rows() {
    return rows;
  }

  /** Whose rows come next; null at the end. */
  String candidateId() {
    return next == null ? null : next.candidateId();
  }

  /** How many rows were taken or left out. */
  long read() {
    return read;
  }

  /** How many rows of the candidate taken last were left out. */
  long left() {
    return left;
  }

  /**
   * Takes the rows of a candidate, in an order that does not depend on how they came.
   *
   * @param most how many; further ones are left out
   */
  List<TableRow> take(String candidateId, int most) throws IOException {
    List<TableRow> taken = new ArrayList<>();
    left = 0;
    while (next != null && next.candidateId().equals(candidateId)) {
      if (taken.size() < most) {
        taken.add(advance());
      } else {
        advance();
        left++;
      }
    }
    if (taken.size() > 1) {
      taken.sort(TableRow.BY_CELLS);
    }
    return taken;
  }

  /** Takes one row. */
  TableRow advance() throws IOException {
    TableRow row = next;
    next = rows.next();
    read++;
    if (next != null && CodePoints.compare(row.candidateId(), next.candidateId()) > 0) {
      throw new IOException(
          "the rows of `%s` do not come in the order of code points: %s before %s%n  help: is the database in UTF-8?"
              .formatted(rows.table().name(), row.candidateId(), next.candidateId()));
    }
    return row;
  }
}
