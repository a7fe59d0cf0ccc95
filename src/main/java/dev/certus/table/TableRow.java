package dev.certus.table;

import dev.certus.decision.CodePoints;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A row of a table.
 *
 * @param candidateId whose it is; empty where it does not say
 * @param cells its other cells as text, in the order of the table's columns; null where empty
 */
public record TableRow(String candidateId, List<String> cells) {

  /**
   * The order of one candidate's rows: by their cells, the id first, whatever order they came in.
   */
  public static final Comparator<TableRow> BY_CELLS =
      (left, right) -> Arrays.compare(array(left), array(right), TableRow::compare);

  private static String[] array(TableRow row) {
    return row.cells.toArray(String[]::new);
  }

  private static int compare(String left, String right) {
    return left == null || right == null
        ? Boolean.compare(left != null, right != null)
        : CodePoints.compare(left, right);
  }
}
