package dev.certus.bench.peer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A candidate as other engines take one: days are worked out already, which certus does itself. */
public record Person(String id, LocalDate today, List<Sat> sat, List<Earned> earned) {

  /**
   * An attempt.
   *
   * @param last whether it is the last one at its exam; worked out by the peers that cannot join
   */
  public record Sat(
      String id, String exam, boolean passed, LocalDate day, Instant at, boolean last) {

    /** Days since. */
    public long daysUntil(LocalDate today) {
      return today.toEpochDay() - day.toEpochDay();
    }
  }

  /** A certification. */
  public record Earned(String id, String code, LocalDate day) {

    /** The first day on which it is no longer valid. */
    public LocalDate end() {
      return day.plusYears(3);
    }
  }

  /** The attempts, of which it is known whether each is the last one at its exam. */
  public List<Sat> ranked() {
    List<Sat> ranked = new ArrayList<>(sat.size());
    for (Sat one : sat) {
      boolean last = true;
      for (Sat other : sat) {
        last &= !(other.exam().equals(one.exam()) && other.at().isAfter(one.at()));
      }
      ranked.add(new Sat(one.id(), one.exam(), one.passed(), one.day(), one.at(), last));
    }
    return ranked;
  }
}
