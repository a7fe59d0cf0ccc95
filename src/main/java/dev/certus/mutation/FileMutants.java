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
  private static final Pattern NUMBER =
      Pattern.compile("(\\w+: *)?(?<![\\w.-])(\\d+(?:\\.\\d+)?)(?![\\w.-])");
  private static final Pattern TERM = Pattern.compile("(?m)^([\\w-]+):");
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
    BigDecimal amount = new BigDecimal(number.group(2));
    String key = number.group(1) == null ? "" : number.group(1);
    for (BigDecimal other : List.of(amount.add(BigDecimal.ONE), amount.subtract(BigDecimal.ONE))) {
      if (other.signum() >= 0) {
        mutator.replace(
            TERMS,
            term(number.start()),
            number.start(2),
            number.end(2),
            other.toPlainString(),
            "%s%s instead of %s".formatted(key, other, amount));
      }
    }
  }

  private void swapUnit(MatchResult unit) {
    String other = OTHER_UNIT.get(unit.group(1));
    mutator.replace(
        TERMS,
        term(unit.start(1)),
        unit.start(1),
        unit.end(1),
        other,
        "unit %s instead of %s".formatted(other, unit.group(1)));
  }

  /** The term that is told at a place of the terms. */
  private String term(int place) {
    return TERM.matcher(text(TERMS).substring(0, place))
        .results()
        .reduce((first, second) -> second)
        .map(key -> "term " + key.group(1))
        .orElse(TERMS);
  }

  private void remove(String file, MatchResult row) {
    mutator.replace(
        file, file, row.start(), row.end(), "", "row removed: " + row.group().strip().substring(2));
  }
}
