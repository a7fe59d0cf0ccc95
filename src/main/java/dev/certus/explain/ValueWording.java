package dev.certus.explain;

import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Other;
import dev.certus.explain.Values.Known;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a field is compared with, and how. */
final class ValueWording {

  private static final Set<Class<?>> TIMES = Set.of(Moment.class, Day.class, LocalDate.class);
  private static final Map<String, String> IN_TIME =
      Map.of(
          "<", "is before",
          ">", "is after",
          "<=", "is no later than",
          ">=", "is no earlier than");
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("==", "is"),
          Map.entry("!=", "is not"),
          Map.entry("<", "is less than"),
          Map.entry(">", "is more than"),
          Map.entry("<=", "is at most"),
          Map.entry(">=", "is at least"),
          Map.entry("in", "is one of"),
          Map.entry("not in", "is none of"),
          Map.entry("memberOf", "is one of"),
          Map.entry("not memberOf", "is none of"),
          Map.entry("contains", "contains"),
          Map.entry("not contains", "does not contain"),
          Map.entry("excludes", "does not contain"),
          Map.entry("matches", "matches"),
          Map.entry("not matches", "does not match"));

  private final Values values;
  private final Wording wording;
  private final FieldWording fields = new FieldWording();

  ValueWording(Values values, Wording wording) {
    this.values = values;
    this.wording = wording;
  }

  /** An operator in words, which depend on whether it compares times. */
  String operator(String operator, Expression right) {
    String other = OPERATORS.getOrDefault(operator, "is " + operator);
    return isTime(right) ? IN_TIME.getOrDefault(operator, other) : other;
  }

  private boolean isTime(Expression expression) {
    return values
        .of(expression)
        .map(Known::value)
        .filter(value -> TIMES.contains(value.getClass()))
        .isPresent();
  }

  /** The value of an expression in words; else the field that it is. */
  String word(Expression expression) {
    if (FieldWording.isFact(expression)) {
      return "it";
    }
    if (FieldWording.isConstant(expression)) {
      return Wording.lower(((Member) expression).name());
    }
    Optional<Known> known = values.of(expression);
    if (known.isPresent()) {
      return value(expression, known.get().value());
    }
    if (expression instanceof Other list && !list.parts().isEmpty()) {
      return list.parts().stream().map(this::word).collect(Collectors.joining(", "));
    }
    return FieldWording.isPath(expression) ? "its " + fields.noun(expression) : expression.text();
  }

  /** A number of a fact by that fact, since it means little by itself. */
  private String value(Expression expression, Object value) {
    if (value instanceof Number && expression instanceof Member member) {
      Object owner = values.of(member.owner()).map(Known::value).orElse(null);
      if (wording.isFact(owner)) {
        return "that of " + wording.reference(owner);
      }
    }
    return wording.reference(value);
  }
}
