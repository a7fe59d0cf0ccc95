package dev.certus.population;

import dev.certus.record.RecordEntry;
import dev.certus.record.RecordField;
import dev.certus.record.RecordObject;
import dev.certus.record.RecordShape;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values that a field may have, whatever it is for. */
final class Anything {

  private static final List<String> LANGUAGES = List.of("en", "ja", "ko", "zh", "de", "pt");
  private static final int USUAL = 120;
  private static final int ABOUT_TO_END = 60; // days
  private static final int THESE_MONTHS = 180; // days

  private final PackOdds odds;
  private final Dice dice;
  private final LocalDate today;
  private final List<Period> periods;
  private final int edges; // how often, of a thousand, a period ends about today
  private final int daysAhead;
  private final int yearsBack;
  private final List<String> certifications = new ArrayList<>();
  private final List<LocalDate> days = new ArrayList<>();

  private Anything(
      PackOdds odds,
      Dice dice,
      LocalDate today,
      List<Period> periods,
      int edges,
      int ahead,
      int back) {
    this.odds = odds;
    this.dice = dice;
    this.today = today;
    this.periods = periods;
    this.edges = edges;
    this.daysAhead = ahead;
    this.yearsBack = back;
  }

  /** Values of the facts of a candidate: what happened in the last years, or will soon. */
  static Anything ofFacts(PackOdds odds, Dice dice, LocalDate today) {
    return new Anything(odds, dice, today, odds.periods(), 400, 200, 4);
  }

  /** Values of a candidate: of days of birth and the like. */
  static Anything ofCandidate(PackOdds odds, Dice dice, LocalDate today) {
    return new Anything(odds, dice, today, odds.ages(), 50, 0, 60);
  }

  /** The id of a fact, by its number; two letters, where the standard record lacks the list. */
  static String id(String list, int number) {
    String letters =
        switch (list) {
          case "attempts" -> "A";
          case "appointments" -> "P";
          case "certifications" -> "K";
          case "vouchers" -> "V";
          default -> list.substring(0, Math.min(2, list.length())).toUpperCase(Locale.ROOT);
        };
    return letters + "-" + number;
  }

  /** From now on facts may be about this certification, and happen some time after this day. */
  void remember(String certification, LocalDate day) {
    certifications.add(certification);
    days.add(day);
  }

  /** Values for an object's fields, some of which are missing. */
  Map<String, Object> of(RecordObject object) {
    Map<String, Object> values = new HashMap<>();
    for (RecordField field : object.fields()) {
      if (field.required() || dice.chance(600)) {
        values.put(field.name(), value(field));
      }
    }
    return values;
  }

  private Object value(RecordField field) {
    return switch (field.kind()) {
      case TEXT, NAME -> text(field);
      case EXAM -> odds.exams().isEmpty() ? "X" : dice.of(odds.exams()).code();
      case CERTIFICATION -> certification();
      case ACTIVITY -> odds.activities().isEmpty() ? "X" : dice.of(odds.activities()).code();
      case NUMBER -> number(field).setScale(0, RoundingMode.FLOOR).intValueExact();
      case DECIMAL -> number(field);
      case FLAG -> dice.chance(300);
      case DATE, DAY -> date();
      case INSTANT ->
          date().atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60L * dice.between(0, 1439));
      case ZONE -> dice.chance(80) ? dice.of(Life.ZONES) : null;
      case WORD -> dice.earlyOf(field.words().all());
      case OBJECT -> RecordEntry.of(field.object(), of(field.object()));
    };
  }

  private String text(RecordField field) {
    if (field.of() != null) {
      return id(field.of(), dice.between(1, 3));
    }
    if (field.name().equals("language")) {
      return dice.chance(800) ? "en" : dice.of(LANGUAGES);
    }
    return field.name().equals(RecordShape.ID) ? "X" : dice.of(List.of("a", "b", "c"));
  }

  /** Often one that the candidate has to do with. */
  private String certification() {
    if (!certifications.isEmpty() && dice.chance(700)) {
      return dice.of(certifications);
    }
    return odds.certifications().isEmpty() ? "X" : dice.of(odds.certifications()).code();
  }

  /** Often a number of the pack, or one beside it. */
  private BigDecimal number(RecordField field) {
    BigDecimal number =
        dice.chance(400) && !odds.numbers().isEmpty()
            ? dice.of(odds.numbers()).add(BigDecimal.valueOf(dice.between(-1, 1)))
            : BigDecimal.valueOf(dice.between(0, USUAL));
    return number.max(field.least()).min(field.most());
  }

  /**
   * Sometimes a date shortly before a period of the pack ends, in these months, that began with
   * another fact; or one from which a period ends about today.
   */
  private LocalDate date() {
    if (dice.chance(edges)) {
      List<LocalDate> ends = ends();
      if (!ends.isEmpty()) {
        return dice.of(ends).plusDays(dice.between(-ABOUT_TO_END, 2));
      }
    }
    if (!periods.isEmpty() && dice.chance(edges)) {
      return today.minus(dice.of(periods)).plusDays(dice.between(-1, 1));
    }
    return today.minusDays(dice.between(-daysAhead, 365 * yearsBack));
  }

  /** When periods end, in these months, that began with other facts. */
  private List<LocalDate> ends() {
    return days.stream()
        .flatMap(day -> periods.stream().map(day::plus))
        .filter(end -> end.isAfter(today.minusDays(THESE_MONTHS)))
        .filter(end -> end.isBefore(today.plusDays(THESE_MONTHS)))
        .toList();
  }
}
