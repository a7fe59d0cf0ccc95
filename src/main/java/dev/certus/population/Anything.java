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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values that a field may have, whatever it is for. */
final class Anything {

  private static final List<String> LANGUAGES = List.of("en", "ja", "ko", "zh", "de", "pt");
  private static final int USUAL = 120;

  private final PackOdds odds;
  private final Dice dice;
  private final LocalDate today;

  Anything(PackOdds odds, Dice dice, LocalDate today) {
    this.odds = odds;
    this.dice = dice;
    this.today = today;
  }

  /**
   * The id of a fact, by its number; two letters, since those of appointments and the like have
   * one.
   */
  static String id(String list, int number) {
    return list.substring(0, Math.min(2, list.length())).toUpperCase(Locale.ROOT) + "-" + number;
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
      case CERTIFICATION ->
          odds.certifications().isEmpty() ? "X" : dice.of(odds.certifications()).code();
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

  /** Often a number of the pack, or one beside it. */
  private BigDecimal number(RecordField field) {
    BigDecimal number =
        dice.chance(400) && !odds.numbers().isEmpty()
            ? dice.of(odds.numbers()).add(BigDecimal.valueOf(dice.between(-1, 1)))
            : BigDecimal.valueOf(dice.between(0, USUAL));
    return number.max(field.least()).min(field.most());
  }

  /** Often a date from which a period of the pack ends about today. */
  private LocalDate date() {
    if (!odds.periods().isEmpty() && dice.chance(400)) {
      Period period = dice.of(odds.periods());
      return today.minus(period).plusDays(dice.between(-1, 1));
    }
    return today.minusDays(dice.between(-200, 365 * 4));
  }
}
