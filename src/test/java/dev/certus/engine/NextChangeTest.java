package dev.certus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.decision.Decision;
import dev.certus.decision.DecisionFields;
import dev.certus.decision.Decisions;
import dev.certus.pack.Exam;
import dev.certus.pack.PackFiles;
import dev.certus.pack.Renewal;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The next change is the first: nothing differs at any boundary before it, and something at it. */
class NextChangeTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");

  /** The periods of the shipped pack, from the dates that its policy counts from. */
  private static final List<Period> PERIODS =
      List.of(
          Period.ZERO,
          Period.ofDays(14),
          Period.ofYears(2),
          Period.ofYears(3),
          Period.ofMonths(30),
          Period.ofMonths(33));

  @ParameterizedTest
  @CsvSource({"PLAN, 41, 1500", "SESSION, 42, 150"})
  void isTheFirstOfRandomCandidates(EngineChoice choice, long seed, int candidates) {
    RuleBook book = Packs.aws();
    Population population = new Population(book.pack(), seed, AS_OF);
    int changing = 0;
    try (Engine engine = choice.open(book, Limits.DEFAULT)) {
      for (int number = 0; number < candidates; number++) {
        Instant asOf = AS_OF.plus(Duration.ofDays(number % 40L).multipliedBy(number % 3));
        if (assertFirst(book, engine, population.candidate(number), asOf)) {
          changing++;
        }
      }
    }
    assertThat(changing).isGreaterThan(candidates / 2);
  }

  /** Where a rule takes the date of the present away, the record's moments are searched. */
  @Test
  void isSearchedForWhereARuleComparesTheDateOnItsOwn() {
    PackFiles files = Packs.aws().files();
    String retakes = files.texts().get("retakes.drl");
    String renewals = files.texts().get("recertification.drl");
    RuleBook book =
        Packs.aws()
            .changed(
                files
                    .with(
                        "retakes.drl",
                        retakes
                            .replace(
                                "at.day.on( exam.firstDay ) > at.day",
                                "exam.firstDay > at.day.date")
                            .replace(
                                "at.day.on( exam.lastDay ) < at.day", "exam.lastDay < at.day.date"))
                    .with(
                        "recertification.drl",
                        renewals.replace(
                            "$now.day.on( exam.lastDay ) >= $now.day",
                            "exam.lastDay >= $now.day.date")));
    Population population = new Population(book.pack(), 43, AS_OF);
    try (Engine engine = EngineChoice.PLAN.open(book, Limits.DEFAULT);
        Engine derived = EngineChoice.PLAN.open(Packs.aws(), Limits.DEFAULT)) {
      for (int number = 0; number < 300; number++) {
        CandidateRecord record = population.candidate(number);
        assertThat(engine.decideAhead(record, AS_OF)).isEqualTo(derived.decideAhead(record, AS_OF));
      }
    }
  }

  /** A decision whose own moment follows the present, a step a day. */
  @Test
  void isTheNextMidnightOfWhatIsSaidOfToday() {
    RuleBook book =
        Packs.aws()
            .changed(
                Packs.aws()
                    .files()
                    .with(
                        "today.drl",
                        """
                        package aws

                        import dev.certus.decision.Subject
                        import dev.certus.fact.Candidate
                        import dev.certus.fact.Conclusions

                        global Conclusions decisions

                        rule "today"
                            @clause( "RECORD" ) @phase( "decisions" )
                        when
                            Candidate( $today : today, $now : now )
                        then
                            decisions.give( "passed", Subject.exam( "T" ) )
                                .from( $today.start() ).detail( "now", $now ).because( "So." );
                        end
                        """));
    CandidateRecord record = Records.of("{\"candidateId\":\"C-1\",\"zone\":\"America/New_York\"}");
    try (Engine engine = EngineChoice.BOTH.open(book, Limits.DEFAULT)) {
      assertThat(engine.decideAhead(record, AS_OF).nextChangeAt())
          .isEqualTo("2026-11-24T05:00:00Z");
      assertThat(engine.decideThroughout(record, AS_OF, 3))
          .extracting(Decisions::nextChangeAt)
          .extracting(Instant::toString)
          .containsExactly("2026-11-24T05:00:00Z", "2026-11-25T05:00:00Z", "2026-11-26T05:00:00Z");
    }
  }

  /** Whether there is a change. */
  static boolean assertFirst(RuleBook book, Engine engine, CandidateRecord record, Instant asOf) {
    Decisions decided = engine.decideAhead(record, asOf);
    Instant next = decided.nextChangeAt();
    List<Map<String, Object>> now = comparable(decided);
    NavigableSet<Instant> boundaries = boundaries(book, record).tailSet(asOf, false);
    if (next != null) {
      assertThat(next).isAfter(asOf);
      assertThat(comparable(engine.decide(record, next)))
          .as(record + " at " + next)
          .isNotEqualTo(now);
      boundaries = new TreeSet<>(boundaries.headSet(next, false));
      if (next.minusNanos(1).isAfter(asOf)) {
        boundaries.add(next.minusNanos(1));
      }
    }
    for (Instant boundary : boundaries) {
      assertThat(comparable(engine.decide(record, boundary)))
          .as(record + " at " + boundary)
          .isEqualTo(now);
    }
    return next != null;
  }

  /**
   * Decisions without their reasons, in whose details what repeats the instant decided for says so.
   */
  private static List<Map<String, Object>> comparable(Decisions decisions) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Decision decision : decisions.decisions()) {
      Map<String, Object> fields = DecisionFields.of(decision);
      fields.remove("reason");
      fields.computeIfPresent("details", (name, value) -> withoutAsOf(value, decisions.asOf()));
      all.add(fields);
    }
    return all;
  }

  private static Object withoutAsOf(Object value, Instant asOf) {
    if (value instanceof Moment moment) {
      return moment.instant().equals(asOf) ? "as of" : moment.instant();
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> List.of(entry.getKey(), withoutAsOf(entry.getValue(), asOf)))
          .toList();
    }
    return value instanceof List<?> list
        ? list.stream().map(one -> withoutAsOf(one, asOf)).toList()
        : value;
  }

  /** All instants at which the shipped pack may decide otherwise. */
  private static NavigableSet<Instant> boundaries(RuleBook book, CandidateRecord record) {
    NavigableSet<Instant> instants = new TreeSet<>();
    Set<ZoneId> zones = new HashSet<>();
    ZoneId home = Objects.requireNonNullElse(record.zone(), ZoneOffset.UTC);
    zones.add(home);
    Set<LocalDate> dates = new HashSet<>();
    Stream<Moment> moments =
        Stream.concat(
            record.list("attempts").stream()
                .flatMap(
                    attempt ->
                        Stream.of(attempt.instant("startedAt"), attempt.instant("resultPostedAt"))
                            .filter(Objects::nonNull)
                            .map(instant -> new Moment(instant, zone(attempt.zone(), home)))),
            record.list("appointments").stream()
                .map(booked -> new Moment(booked.instant("startsAt"), zone(booked.zone(), home))));
    moments.forEach(
        moment -> {
          zones.add(moment.zone());
          dates.add(moment.day().date());
          for (int hours : new int[] {0, 24, -24}) {
            Instant instant = moment.instant().plus(Duration.ofHours(hours));
            instants.add(instant);
            instants.add(instant.plusNanos(1));
          }
        });
    record.list("certifications").forEach(earned -> zones.add(zone(earned.zone(), home)));
    record.list("certifications").forEach(earned -> dates.add(earned.date("earnedOn")));
    record.list("vouchers").forEach(voucher -> dates.add(voucher.date("expiresOn")));
    for (Exam exam : book.pack().catalogue().exams()) {
      dates.add(exam.firstDay());
      dates.add(exam.lastDay());
      exam.renewals().stream().map(Renewal::from).forEach(dates::add);
    }
    dates.remove(null);
    for (LocalDate date : dates) {
      for (Period period : PERIODS) {
        for (ZoneId zone : zones) {
          instants.add(date.plus(period).atStartOfDay(zone).toInstant());
          instants.add(date.plus(period).plusDays(1).atStartOfDay(zone).toInstant());
        }
      }
    }
    return instants;
  }

  private static ZoneId zone(ZoneId own, ZoneId home) {
    return own == null ? home : own;
  }
}
