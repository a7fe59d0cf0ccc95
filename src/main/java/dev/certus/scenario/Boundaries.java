package dev.certus.scenario;

import dev.certus.engine.Trace.TermUse;
import dev.certus.record.AppointmentRecord;
import dev.certus.record.AttemptRecord;
import dev.certus.record.CandidateRecord;
import dev.certus.record.CertificationRecord;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * On which sides of what terms come to scenarios stand.
 *
 * <p>A moment that a term comes to is compared with the as-of instant and the starts of attempts
 * and appointments: just before and just after it are within a second. A day is compared likewise
 * by its start and its end, and by date, where the day before and the day after count, with the
 * days of attempts, appointments and certifications. A score or a count is compared with those of
 * the record, where one less and one more count.
 */
final class Boundaries {

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

  boolean reached(String term, Side side) {
    return reached.getOrDefault(term, Set.of()).contains(side);
  }

  /** Takes a scenario into account. */
  void add(ScenarioResult result) {
    Scenario scenario = result.scenario();
    for (TermUse use : result.trace().uses()) {
      Set<Side> sides = reached.computeIfAbsent(use.term(), t -> EnumSet.noneOf(Side.class));
      if (use.result() instanceof Moment moment) {
        instants(scenario).forEach(i -> compare(i, moment.instant(), sides));
      } else if (use.result() instanceof Day day) {
        instants(scenario).forEach(i -> compare(i, day.start().instant(), sides));
        instants(scenario).forEach(i -> compare(i, day.end().instant(), sides));
        dates(scenario.record(), day).forEach(d -> compare(d, day.date(), sides));
      } else if (use.result() instanceof Integer number) {
        numbers(scenario.record()).forEach(n -> compare(n - number, sides));
      }
    }
  }

  private static List<Instant> instants(Scenario scenario) {
    CandidateRecord record = scenario.record();
    Stream<Instant> starts =
        Stream.concat(
            record.attempts().stream().map(AttemptRecord::startedAt),
            record.appointments().stream().map(AppointmentRecord::startsAt));
    return Stream.concat(Stream.of(scenario.asOf()), starts).toList();
  }

  private static List<LocalDate> dates(CandidateRecord record, Day day) {
    Stream<LocalDate> starts =
        Stream.concat(
                record.attempts().stream().map(AttemptRecord::startedAt),
                record.appointments().stream().map(AppointmentRecord::startsAt))
            .map(instant -> new Moment(instant, day.zone()).day().date());
    return Stream.concat(
            starts, record.certifications().stream().map(CertificationRecord::earnedOn))
        .toList();
  }

  private static List<Integer> numbers(CandidateRecord record) {
    return Stream.concat(
            record.attempts().stream().map(AttemptRecord::score).filter(Objects::nonNull),
            record.appointments().stream().map(AppointmentRecord::reschedules))
        .toList();
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
    compare((int) Math.max(-2, Math.min(2, probe.toEpochDay() - boundary.toEpochDay())), sides);
  }

  private static void compare(int after, Set<Side> sides) {
    if (after == 0) {
      sides.add(Side.AT);
    } else if (Math.abs(after) == 1) {
      sides.add(after < 0 ? Side.BEFORE : Side.AFTER);
    }
  }
}
