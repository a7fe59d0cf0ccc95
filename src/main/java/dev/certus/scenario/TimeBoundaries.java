package dev.certus.scenario;

import dev.certus.engine.Trace.TermUse;
import dev.certus.pack.Term;
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
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether scenarios stand just before, at and just after the moments and days that terms lead to.
 *
 * <p>A moment is compared with the as-of instant and the starts of attempts and appointments: just
 * before and just after it are within a second. A day is compared likewise by its start and its
 * end, and by date with the days of attempts, appointments and certifications: just before and just
 * after it are the neighbouring days.
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
