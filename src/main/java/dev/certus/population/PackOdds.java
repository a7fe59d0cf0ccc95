package dev.certus.population;

import dev.certus.pack.Activity;
import dev.certus.pack.Catalogue;
import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.pack.Pack;
import dev.certus.pack.Term;
import dev.certus.pack.Unit;
import dev.certus.record.RecordField;
import dev.certus.record.RecordObject;
import dev.certus.record.RecordShape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** What a pack says of the lives of its candidates. */
final class PackOdds {

  private static final int AGE = 10 * 12; // months
  private static final int FAR = 14;

  private final Pack pack;
  private final List<Certification> certifications;
  private final List<Exam> exams;
  private final List<Period> periods;
  private final List<Period> ages;
  private final List<BigDecimal> numbers;
  private final RecordField score;
  private final int passing;

  PackOdds(Pack pack) {
    this.pack = pack;
    this.certifications = List.copyOf(catalogue().certifications());
    this.exams = List.copyOf(catalogue().exams());
    this.periods = periods(pack).filter(period -> period.toTotalMonths() < AGE).toList();
    this.ages = periods(pack).filter(period -> period.toTotalMonths() >= AGE).toList();
    this.numbers =
        amounts(pack.terms().all().stream().filter(term -> term.unit().isNumber())).toList();
    RecordObject attempt = pack.record().list("attempts").item();
    this.score = attempt.field("score");
    this.passing = passing(pack);
  }

  private static Stream<Period> periods(Pack pack) {
    return pack.terms().all().stream()
        .filter(term -> term.unit().isCalendar())
        .flatMap(
            term ->
                amounts(Stream.of(term)).map(amount -> term.unit().period(amount.intValueExact())));
  }

  private static Stream<BigDecimal> amounts(Stream<Term> terms) {
    return terms
        .flatMap(term -> term.values().stream())
        .flatMap(value -> value.amounts().values().stream())
        .filter(amount -> !Term.isNever(amount))
        .distinct();
  }

  private static int passing(Pack pack) {
    List<BigDecimal> scores =
        amounts(pack.terms().all().stream().filter(term -> term.unit() == Unit.SCORE)).toList();
    return scores.isEmpty()
        ? 0
        : scores.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(scores.size()), RoundingMode.HALF_UP)
            .intValue();
  }

  RecordShape shape() {
    return pack.record();
  }

  /** How many lists there are that the standard record lacks. */
  int ownLists() {
    return shape().lists().size() - RecordShape.standard().lists().size();
  }

  Catalogue catalogue() {
    return pack.catalogue();
  }

  List<Certification> certifications() {
    return certifications;
  }

  List<Exam> exams() {
    return exams;
  }

  List<Activity> activities() {
    return List.copyOf(catalogue().activities());
  }

  /** The periods of ten years and more that the pack counts. */
  List<Period> ages() {
    return ages;
  }

  /** The shorter periods of days, months and years that the pack counts. */
  List<Period> periods() {
    return periods;
  }

  /** The counts, scores and percents that the pack has. */
  List<BigDecimal> numbers() {
    return numbers;
  }

  /** Whether attempts have scores that the pack has a passing score for. */
  boolean hasScores() {
    return passing > 0 && score != null;
  }

  /** The mean of the passing scores. */
  int passing() {
    return passing;
  }

  /** The least score that a record can have. */
  int leastScore() {
    return score.least().intValueExact();
  }

  /** The greatest score that is likely; some records have no limit. */
  int mostScore() {
    return Math.min(score.most().intValueExact(), passing * 2);
  }

  /** How far scores lie from the passing score. */
  int spread() {
    return Math.max(1, passing / 8);
  }

  /** Days that an attempt may follow another by. */
  int wait(Dice dice) {
    if (periods.isEmpty() || dice.chance(300)) {
      return dice.between(FAR, 90);
    }
    Period period = dice.of(periods);
    LocalDate end = LocalDate.EPOCH.plus(period);
    int days = (int) Math.min(800, ChronoUnit.DAYS.between(LocalDate.EPOCH, end));
    return Math.max(0, days + dice.between(-2, 40));
  }
}
