package dev.certus.scenario;

import dev.certus.engine.Trace.TermUse;
import dev.certus.pack.Term;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordEntry;
import dev.certus.record.RecordList;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Whether scenarios stand just before, at and just after the moments and days that terms lead to.
 *
 * <p>A moment is compared with the as-of instant and the times of the record: just before and just
 * after it are within a second. A day is compared likewise by its start and its end, and by date
 * with the days of the record: just before and just after it are the neighbouring days.
 */
final class TimeBoundaries {

  private static final Duration JUST = Duration.ofSeconds(1);

  /** A side of a boundary. */
  enum Side {
    BEFORE("just before its boundary"),
    AT("at its boundary"),
    AFTER("just after its boundary");

    private final String words;

    Side(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final Map<String, Set<Side>> reached = new HashMap<>();

  /** The boundaries that scenarios reach, by their results; each of these has a trace. */
  TimeBoundaries(List<ScenarioResult> results) {
    results.forEach(this::add);
  }

  /** The sides of a term's boundary on which no scenario is, in words. */
  List<String> missed(Term term) {
    Set<Side> sides = reached.getOrDefault(term.name(), Set.of());
    return Stream.of(Side.values())
        .filter(side -> !sides.contains(side))
        .map(side -> "%s: no scenario is %s".formatted(term.name(), side))
        .toList();
  }

  private void add(ScenarioResult result) {
    Scenario scenario = result.scenario();
    for (TermUse use : result.trace().uses()) {
      Set<Side> sides = reached.computeIfAbsent(use.term(), t -> EnumSet.noneOf(Side.class));
      if (use.result() instanceof Moment moment) {
        instants(scenario).forEach(i -> compare(i, moment.instant(), sides));
      } else if (use.result() instanceof Day day) {
        instants(scenario).forEach(i -> compare(i, day.start().instant(), sides));
        instants(scenario).forEach(i -> compare(i, day.end().instant(), sides));
        dates(scenario.record(), day).forEach(d -> compare(d, day.date(), sides));
      }
    }
  }

  private static List<Instant> instants(Scenario scenario) {
    List<Instant> instants = new ArrayList<>(List.of(scenario.asOf()));
    times(scenario.record(), (value, zone) -> instants.add(instant(value, zone)));
    return instants;
  }

  private static List<LocalDate> dates(CandidateRecord record, Day day) {
    List<LocalDate> dates = new ArrayList<>();
    times(
        record,
        (value, zone) ->
            dates.add(
                value instanceof Instant instant
                    ? new Moment(instant, day.zone()).day().date()
                    : (LocalDate) value));
    return dates;
  }

  /** The times that the record has, with the zones that govern them. */
  private static void times(CandidateRecord record, BiConsumer<Object, ZoneId> times) {
    times(record.more(), record.home(), times);
    for (RecordList list : record.shape().lists()) {
      for (RecordEntry fact : record.list(list.name())) {
        times(fact, record.zone(list, fact), times);
      }
    }
  }

  private static void times(RecordEntry fact, ZoneId zone, BiConsumer<Object, ZoneId> times) {
    for (int i = 0; i < fact.shape().fields().size(); i++) {
      if (fact.value(i) instanceof Instant || fact.value(i) instanceof LocalDate) {
        times.accept(fact.value(i), zone);
      }
    }
  }

  private static Instant instant(Object time, ZoneId zone) {
    return time instanceof Instant instant
        ? instant
        : new Day((LocalDate) time, zone).start().instant();
  }

  private static void compare(Instant probe, Instant boundary, Set<Side> sides) {
    Duration after = Duration.between(boundary, probe);
    if (after.isZero()) {
      sides.add(Side.AT);
    } else if (after.abs().compareTo(JUST) <= 0) {
      sides.add(after.isNegative() ? Side.BEFORE : Side.AFTER);
    }
  }

  private static void compare(LocalDate probe, LocalDate boundary, Set<Side> sides) {
    if (probe.equals(boundary)) {
      sides.add(Side.AT);
    } else if (probe.equals(boundary.minusDays(1))) {
      sides.add(Side.BEFORE);
    } else if (probe.equals(boundary.plusDays(1))) {
      sides.add(Side.AFTER);
    }
  }
}
