package dev.certus.spark;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * What a job came to.
 *
 * @param decided how many records got their decisions
 * @param reasons how many did not, by reason
 */
record Tally(long decided, SortedMap<String, Long> reasons) {

  static Tally of(Answers answers) {
    long decided = 0;
    SortedMap<String, Long> reasons = new TreeMap<>();
    for (Row row : answers.counts()) {
      if (row.isNullAt(0)) {
        decided += row.getLong(1);
      } else {
        reasons.put(row.getString(0), row.getLong(1));
      }
    }
    return new Tally(decided, reasons);
  }

  long rejected() {
    return reasons.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public String toString() {
    String why =
        reasons.entrySet().stream()
            .map(reason -> reason.getValue() + " " + reason.getKey())
            .collect(Collectors.joining(", ", " (", ")"));
    return String.format(
        "%d %s decided, %d rejected%s",
        decided, decided == 1 ? "record" : "records", rejected(), reasons.isEmpty() ? "" : why);
  }
}
