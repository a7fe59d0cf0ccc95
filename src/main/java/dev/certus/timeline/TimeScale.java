package dev.certus.timeline;

import dev.certus.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where instants are drawn. The longer the time between two marks, the more it is shortened: a day
 * must be seen beside three years. So each gap has room for a label.
 */
final class TimeScale {

  private static final double POWER = 0.35;
  private static final double SECONDS_A_DAY = 86_400;

  private final NavigableMap<Instant, Double> places = new TreeMap<>();
  private final double end;

  /**
   * A scale.
   *
   * @param marks the moments that something is drawn at
   * @param left where the first is
   * @param width how far the last is from it at least
   * @param least how far two are apart at least
   */
  TimeScale(List<Moment> marks, double left, double width, double least) {
    SortedSet<Instant> instants = new TreeSet<>();
    marks.forEach(mark -> instants.add(mark.instant()));
    List<Instant> all = new ArrayList<>(instants);
    double weights = 0;
    for (int i = 1; i < all.size(); i++) {
      weights += weight(all.get(i - 1), all.get(i));
    }
    double spare = Math.max(0, width - least * (all.size() - 1));
    double x = left;
    for (int i = 0; i < all.size(); i++) {
      if (i > 0) {
        x += least + spare * weight(all.get(i - 1), all.get(i)) / weights;
      }
      places.put(all.get(i), x);
    }
    this.end = x;
  }

  private static double weight(Instant one, Instant other) {
    return Math.pow(1 + Duration.between(one, other).toSeconds() / SECONDS_A_DAY, POWER);
  }

  /** Where an instant is, if need be between two marks. */
  double x(Instant instant) {
    Map.Entry<Instant, Double> before = places.floorEntry(instant);
    Map.Entry<Instant, Double> after = places.ceilingEntry(instant);
    if (before == null || after == null) {
      return before == null ? places.firstEntry().getValue() : end;
    }
    double whole = Duration.between(before.getKey(), after.getKey()).toSeconds();
    double part = Duration.between(before.getKey(), instant).toSeconds();
    return whole == 0
        ? before.getValue()
        : before.getValue() + (after.getValue() - before.getValue()) * part / whole;
  }

  /** Where the last mark is. */
  double end() {
    return end;
  }
}
