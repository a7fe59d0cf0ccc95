package dev.certus.population;

import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordEntry;
import dev.certus.record.RecordField;
import dev.certus.record.RecordList;
import dev.certus.record.RecordObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private static final int DAY = 24 * 60;

  private final PackOdds odds;
  private final Instant asOf;
  private final Dice dice;
  private final ZoneId home;
  private final Anything anything;
  private final boolean hasOthers;
  private final List<RecordEntry> attempts = new ArrayList<>();

  Life(PackOdds odds, Instant asOf, Dice dice) {
    this.odds = odds;
    this.asOf = asOf;
    this.dice = dice;
    this.home = dice.chance(980) ? dice.earlyOf(ZONES) : null;
    this.anything = Anything.ofFacts(odds, dice, today());
    this.hasOthers = dice.chance(1_000 / (1 + odds.ownLists()));
  }

  CandidateRecord record(String id) {
    int careers = dice.chance(750) ? 1 : dice.chance(900) ? 2 : dice.between(3, 8);
    for (int i = 0; i < careers && !odds.exams().isEmpty(); i++) {
      addCareer();
    }
    Booking booking = new Booking(odds, asOf, dice, anything);
    List<List<RecordEntry>> lists = new ArrayList<>();
    for (RecordList list : odds.shape().lists()) {
      lists.add(
          switch (list.name()) {
            case "attempts" -> attempts;
            case "appointments" -> booking.appointments(attempts);
            case "certifications" -> certifications(list);
            case "vouchers" -> booking.vouchers();
            default -> others(list);
          });
    }
    RecordObject candidate = odds.shape().candidate();
    RecordEntry more =
        RecordEntry.of(candidate, Anything.ofCandidate(odds, dice, today()).of(candidate));
    return new CandidateRecord(odds.shape(), id, home, more, lists);
  }

  private List<RecordEntry> certifications(RecordList list) {
    List<RecordEntry> all = new ArrayList<>();
    int count = dice.chance(300) ? dice.between(1, 2) : 0;
    for (int i = 1; i <= count && !odds.certifications().isEmpty(); i++) {
      Map<String, Object> values = anything.of(list.item());
      values.put("id", Anything.id(list.name(), i));
      String code = dice.chance(3) ? "ZZZ" : dice.of(odds.certifications()).code();
      LocalDate day = today().minusDays(dice.between(0, 365 * 4));
      values.put("certification", code);
      values.put("earnedOn", day);
      anything.remember(code, day);
      all.add(RecordEntry.of(list.item(), values));
    }
    return all;
  }

  /**
   * Facts of a list that the standard record lacks. Those who have some have them in most of these
   * lists; they are the fewer, the more lists there are.
   */
  private List<RecordEntry> others(RecordList list) {
    List<RecordEntry> all = new ArrayList<>();
    int count = hasOthers && dice.chance(800) ? dice.between(1, 4) : 0;
    for (int i = 1; i <= count; i++) {
      Map<String, Object> values = anything.of(list.item());
      values.put("id", Anything.id(list.name(), i));
      all.add(RecordEntry.of(list.item(), values));
    }
    return all;
  }

  /** One certification in view: attempts until it is passed, or given up. */
  private void addCareer() {
    Instant at = asOf.minus(Duration.ofMinutes(dice.between(0, YEARS_BACK * 365 * DAY)));
    Certification goal = dice.of(odds.certifications());
    int patience = dice.chance(900) ? dice.between(1, 4) : dice.between(4, 10);
    for (int i = 0; i < patience && !at.isAfter(asOf.plus(Duration.ofDays(1))); i++) {
      RecordEntry attempt = attempt(exam(goal, at), at);
      attempts.add(attempt);
      if (looksPassed(attempt) && dice.chance(950)) {
        anything.remember(goal.code(), LocalDate.ofInstant(at, zoneOr(home)));
        return;
      }
      at = at.plus(Duration.ofMinutes((long) odds.wait(dice) * DAY + dice.between(0, DAY)));
    }
  }

  /** An exam of a certification that is delivered then, or failing that any of it. */
  private String exam(Certification goal, Instant at) {
    LocalDate date = at.atZone(zoneOr(home)).toLocalDate();
    if (dice.chance(2)) {
      return goal.code() + "-X99";
    }
    List<Exam> all = goal.exams().isEmpty() ? odds.exams() : goal.exams();
    List<Exam> offered =
        all.stream()
            .filter(e -> e.firstDay() == null || !e.firstDay().isAfter(date))
            .filter(e -> e.lastDay() == null || !e.lastDay().isBefore(date))
            .toList();
    return dice.of(offered.isEmpty() ? all : offered).code();
  }

  private RecordEntry attempt(String exam, Instant at) {
    RecordList list = odds.shape().list("attempts");
    Map<String, Object> values = anything.of(list.item());
    values.put("id", Anything.id(list.name(), attempts.size() + 1));
    values.put("exam", exam);
    values.put("startedAt", at);
    values.putAll(result(at, list));
    return RecordEntry.of(list.item(), values);
  }

  /** Score, outcome and when it is posted, of which some are missing. */
  private Map<String, Object> result(Instant at, RecordList list) {
    Map<String, Object> values = new HashMap<>();
    RecordField outcome = list.item().field("outcome");
    List<String> words = outcome.words().all();
    Integer score =
        odds.hasScores()
            ? dice.around(odds.passing(), odds.spread(), odds.leastScore(), odds.mostScore())
            : null;
    String word = null;
    if (dice.chance(11)) {
      word = dice.of(words);
    } else if (score == null || dice.chance(100)) {
      word = score == null ? dice.chance(500) ? "pass" : "fail" : passes(score) ? "pass" : "fail";
      score = null;
    }
    Instant posted =
        dice.chance(700) ? at.plus(Duration.ofMinutes(dice.between(60, 5 * DAY))) : null;
    if (posted != null && posted.isAfter(asOf) && dice.chance(500)) {
      word = "pending";
      score = null;
    }
    values.put("score", score);
    values.put(
        "outcome",
        word != null && words.contains(word) ? word : score == null ? words.get(0) : null);
    values.put("resultPostedAt", posted);
    return values;
  }

  private boolean passes(int score) {
    return score >= odds.passing();
  }

  private boolean looksPassed(RecordEntry attempt) {
    return attempt.value("score") instanceof Integer score
        ? passes(score)
        : !"fail".equals(attempt.value("outcome"));
  }

  private LocalDate today() {
    return asOf.atZone(zoneOr(home)).toLocalDate();
  }

  private static ZoneId zoneOr(ZoneId zone) {
    return zone == null ? ZoneOffset.UTC : zone;
  }
}
