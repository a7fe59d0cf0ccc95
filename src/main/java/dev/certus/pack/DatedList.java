package dev.certus.pack;

import dev.certus.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of an entry, one after another: on each day that any of them covers, exactly one
 * holds. A version that begins when the one before it does, and was known later, corrects it.
 *
 * @param <T> a version
 */
final class DatedList<T> {

  private final List<T> versions = new ArrayList<>();
  private Dates last; // of the last version

  /**
   * Adds a version.
   *
   * @throws dev.certus.problem.PackException where it does not follow the one before it
   */
  void add(Yaml at, Dates dates, T version) {
    if (last != null) {
      if (corrects(dates)) {
        versions.remove(versions.size() - 1);
      } else {
        follow(at, dates);
      }
    }
    versions.add(version);
    last = dates;
  }

  private boolean corrects(Dates dates) {
    boolean sameStart =
        dates.from() == null ? last.from() == null : dates.from().equals(last.from());
    return sameStart
        && dates.known() != null
        && (last.known() == null || dates.known().isAfter(last.known()));
  }

  private void follow(Yaml at, Dates dates) {
    if (dates.from() == null || (last.from() != null && !dates.from().isAfter(last.from()))) {
      throw at.problem(
          "each value begins after the one before it",
          "order the values by `from`; only the first may do without");
    }
    if (last.until() != null && !last.until().equals(dates.from())) {
      boolean gap = last.until().isBefore(dates.from());
      throw at.problem(
          "from %s until %s %s of two values hold"
              .formatted(
                  gap ? last.until() : dates.from(),
                  gap ? dates.from() : last.until(),
                  gap ? "neither" : "both"),
          "remove `until` from the one before: it ends where this one begins");
    }
  }

  /**
   * All versions, the earliest first.
   *
   * @param none what is wrong where there is none
   * @param help what to do then
   * @throws dev.certus.problem.PackException where there is none
   */
  List<T> versions(Yaml list, String none, String help) {
    if (versions.isEmpty()) {
      throw list.problem(none, help);
    }
    return versions;
  }
}
