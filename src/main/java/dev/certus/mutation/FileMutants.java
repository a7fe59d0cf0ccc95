package dev.certus.mutation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mutants of a pack's numbers and of its catalogue. */
final class FileMutants {

  private static final String TERMS = "terms.yaml";
  private static final Pattern VALUE = Pattern.compile("(?m)^.*\\bvalue:(.*)$");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d+(?:\\.\\d+)?(?![\\w.-])");
  private static final Pattern UNIT = Pattern.compile("(?m)^ +unit: (calendar-\\w+)$");
  private static final Map<String, String> OTHER_UNIT =
      Map.of(
          "calendar-days", "calendar-months",
          "calendar-months", "calendar-days",
          "calendar-years", "calendar-months");
  private static final Pattern ROW = Pattern.compile("(?m)^ *- \\{.*\\}\\n");

  private final Mutator mutator;

  FileMutants(Mutator mutator) {
    this.mutator = mutator;
  }

  void add() {
    Matcher value = VALUE.matcher(text(TERMS));
    while (value.find()) {
      Matcher number = NUMBER.matcher(text(TERMS)).region(value.start(1), value.end(1));
      while (number.find()) {
        shift(number);
      }
    }
    UNIT.matcher(text(TERMS)).results().forEach(this::swapUnit);
    for (String file : List.of("exams.yaml", "renewals.yaml")) {
      ROW.matcher(text(file)).results().forEach(row -> remove(file, row));
    }
  }

  private String text(String file) {
    return mutator.pack().texts().getOrDefault(file, "");
  }

  private void shift(Matcher number) {
    BigDecimal amount = new BigDecimal(number.group());
    for (BigDecimal other : List.of(amount.add(BigDecimal.ONE), amount.subtract(BigDecimal.ONE))) {
      if (other.signum() >= 0) {
        String change = "%s instead of %s".formatted(other, amount);
        mutator.replace(TERMS, TERMS, number.start(), number.end(), other.toPlainString(), change);
      }
    }
  }

  private void swapUnit(MatchResult unit) {
    String other = OTHER_UNIT.get(unit.group(1));
    mutator.replace(
        TERMS,
        TERMS,
        unit.start(1),
        unit.end(1),
        other,
        "unit %s instead of %s".formatted(other, unit.group(1)));
  }

  private void remove(String file, MatchResult row) {
    mutator.replace(
        file, file, row.start(), row.end(), "", "row removed: " + row.group().strip().substring(2));
  }
}
