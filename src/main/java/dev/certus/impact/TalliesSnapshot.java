package dev.certus.impact;

import java.util.List;
import java.util.SortedMap;

/** What {@link Tallies} have counted so far, as a checkpoint keeps it; records as lines of JSON. */
record TalliesSnapshot(
    long records,
    long skipped,
    long rejected,
    long undecided,
    String firstUndecided,
    long changed,
    List<Long> counted,
    List<OfKind> kinds,
    List<MoneyChange> money,
    List<String> sample) {

  /** How often decisions differ in one way. */
  record OfKind(
      Transition.Kind kind,
      long candidates,
      long decisions,
      SortedMap<Long, Long> days,
      String witness) {}
}
