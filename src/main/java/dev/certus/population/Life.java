package dev.certus.population;

import dev.certus.pack.Catalogue;
import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.record.AttemptRecord;
import dev.certus.record.CandidateRecord;
import dev.certus.record.CertificationRecord;
import dev.certus.record.Delivery;
import dev.certus.record.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** One candidate's years with exams, up to an instant and a little beyond. */
final class Life {

  static final List<ZoneId> ZONES =
      List.of(
              "America/New_York",
              "Asia/Kolkata",
              "America/Los_Angeles",
              "Europe/London",
              "Europe/Berlin",
              "Asia/Tokyo",
              "America/Sao_Paulo",
              "Australia/Sydney",
              "Africa/Lagos",
              "America/St_Johns",
              "Asia/Kathmandu",
              "Pacific/Kiritimati")
          .stream()
          .map(ZoneId::of)
          .toList();

  private static final int YEARS_BACK = 6;
  private static final List<String> LANGUAGES = List.of("en", "ja", "ko", "zh", "de", "pt");

  private final Catalogue catalogue;
  private final Instant asOf;
  private final Dice dice;
  private final ZoneId home;
  private final List<AttemptRecord> attempts = new ArrayList<>();
  private final List<CertificationRecord> certifications = new ArrayList<>();

  Life(Catalogue catalogue, Instant asOf, Dice dice) {
    this.catalogue = catalogue;
    this.asOf = asOf;
    this.dice = dice;
    this.home = dice.chance(980) ? dice.earlyOf(ZONES) : null;
  }

  CandidateRecord record(String id) {
    if (dice.chance(300)) {
      addCertifications(dice.between(1, 2));
    }
    int careers = dice.chance(750) ? 1 : dice.chance(900) ? 2 : dice.between(3, 8);
    for (int i = 0; i < careers; i++) {
      addCareer();
    }
    Booking bookings = new Booking(catalogue, asOf, dice, this);
    return new CandidateRecord(
        id, home, attempts, bookings.appointments(attempts), certifications, bookings.vouchers());
  }

  private void addCertifications(int count) {
    List<Certification> all = List.copyOf(catalogue.certifications());
    for (int i = 0; i < count; i++) {
      String code = dice.chance(3) ? "ZZZ" : dice.of(all).code();
      LocalDate earned = today().minusDays(dice.between(0, 365 * 4));
      String id = "K-" + (certifications.size() + 1);
      certifications.add(new CertificationRecord(id, code, earned, ownZone()));
    }
  }

  /** One certification in view: attempts until it is passed, or given up. */
  private void addCareer() {
    Instant at = asOf.minus(Duration.ofMinutes(dice.between(0, YEARS_BACK * 365 * 24 * 60)));
    Certification goal = dice.of(List.copyOf(catalogue.certifications()));
    int patience = dice.chance(900) ? dice.between(1, 4) : dice.between(4, 10);
    for (int i = 0; i < patience && !at.isAfter(asOf.plus(Duration.ofDays(1))); i++) {
      AttemptRecord attempt = attempt(exam(goal, at), at);
      attempts.add(attempt);
      if (looksPassed(attempt) && dice.chance(950)) {
        return;
      }
      at = at.plus(Duration.ofMinutes(dice.between(14 * 24 * 60, 90 * 24 * 60)));
    }
  }

  /** An exam of a certification that is delivered then, or failing that any of it. */
  private String exam(Certification goal, Instant at) {
    LocalDate date = at.atZone(zoneOr(home)).toLocalDate();
    if (dice.chance(2)) {
      return goal.code() + "-X99";
    }
    List<Exam> offered =
        goal.exams().stream()
            .filter(e -> !e.firstDay().isAfter(date))
            .filter(e -> e.lastDay() == null || !e.lastDay().isBefore(date))
            .toList();
    return dice.of(offered.isEmpty() ? goal.exams() : offered).code();
  }

  private AttemptRecord attempt(String exam, Instant at) {
    Integer score = dice.around(735, 90, 100, 1000);
    Outcome outcome = null;
    if (dice.chance(8)) {
      outcome = Outcome.INVALIDATED;
    } else if (dice.chance(3)) {
      score = dice.chance(500) ? 100 : 1000;
      outcome = score == 100 ? Outcome.PASS : Outcome.FAIL;
    } else if (dice.chance(100)) {
      outcome = score >= 735 ? Outcome.PASS : Outcome.FAIL;
      score = null;
    }
    Instant posted = posted(at);
    if (posted != null && posted.isAfter(asOf) && dice.chance(500)) {
      outcome = Outcome.PENDING;
      score = null;
    }
    return new AttemptRecord(
        "A-" + (attempts.size() + 1),
        exam,
        at,
        ownZone(),
        score,
        outcome,
        posted,
        language(),
        dice.chance(600) ? Delivery.ONLINE : Delivery.TEST_CENTER);
  }

  private Instant posted(Instant at) {
    return dice.chance(700) ? at.plus(Duration.ofMinutes(dice.between(60, 5 * 24 * 60))) : null;
  }

  private static boolean looksPassed(AttemptRecord attempt) {
    return attempt.score() == null ? attempt.outcome() != Outcome.FAIL : attempt.score() >= 735;
  }

  String language() {
    return dice.chance(800) ? "en" : dice.of(LANGUAGES);
  }

  /** Another zone than the candidate's, now and then. */
  ZoneId ownZone() {
    return dice.chance(50) ? dice.of(ZONES) : null;
  }

  private LocalDate today() {
    return asOf.atZone(zoneOr(home)).toLocalDate();
  }

  private static ZoneId zoneOr(ZoneId zone) {
    return zone == null ? ZoneId.of("UTC") : zone;
  }
}
