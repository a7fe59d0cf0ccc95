package dev.certus.explain;

import dev.certus.drl.Code;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says conditions on a fact in words, with the values that variables stand for. */
final class ConditionWording {

  private static final Pattern COMPARISON =
      Pattern.compile("(.+?)\\s*(==|!=|<=|>=|<|>)\\s*(.+)", Pattern.DOTALL);
  private static final Pattern CALL = Pattern.compile("(\\w+)\\s*\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern CONSTANT = Pattern.compile("[A-Z]\\w*\\.([A-Z_]+)");
  private static final Pattern LITERAL = Pattern.compile("null|true|false|[\\d.]+|\"[^\"]*\"");
  private static final Pattern RANK = Pattern.compile("(?:([\\w.]+)\\.)?rank");
  private static final Map<String, String> IN_TIME =
      Map.of(
          "<", "is before",
          ">", "is after",
          "<=", "is no later than",
          ">=", "is no earlier than");
  private static final Map<String, String> IN_NUMBER =
      Map.of(
          "<", "is less than",
          ">", "is more than",
          "<=", "is at most",
          ">=", "is at least");

  private final Values values;
  private final Wording wording;

  ConditionWording(Values values, Wording wording) {
    this.values = values;
    this.wording = wording;
  }

  /**
   * A condition as a relative clause, such as "whose status is missed"; an empty text where every
   * fact meets it.
   */
  String clause(String condition) {
    String text = Code.bare(condition);
    List<String> choices = Code.split(text, "||");
    if (choices.size() > 1) {
      return choices.stream().anyMatch(choice -> Boolean.TRUE.equals(constant(choice)))
          ? ""
          : choices.stream()
              .filter(choice -> constant(choice) == null)
              .map(this::clause)
              .collect(Collectors.joining(", or "));
    }
    return Code.split(text, "&&").stream()
        .filter(part -> !Boolean.TRUE.equals(constant(part)))
        .map(part -> Code.bare(part).equals(text) ? simple(text) : clause(part))
        .collect(Collectors.joining(" and "));
  }

  /** What a condition compares, without constants. */
  static List<String> operands(String condition) {
    String text = Code.bare(condition);
    for (String operator : List.of("||", "&&")) {
      List<String> parts = Code.split(text, operator);
      if (parts.size() > 1) {
        return parts.stream().flatMap(part -> operands(part).stream()).distinct().toList();
      }
    }
    Matcher comparison = COMPARISON.matcher(text);
    List<String> sides =
        comparison.matches()
            ? List.of(comparison.group(1).strip(), comparison.group(3).strip())
            : List.of(text.replaceFirst("^!\\s*", ""));
    return sides.stream()
        .filter(side -> !CONSTANT.matcher(side).matches() && !LITERAL.matcher(side).matches())
        .toList();
  }

  /** Whether a variable has the value asked for; null where the fact itself is asked. */
  private Boolean constant(String condition) {
    Matcher comparison = COMPARISON.matcher(Code.bare(condition));
    boolean ofVariable =
        condition.startsWith("$") && comparison.matches() && comparison.group(2).equals("==");
    try {
      return ofVariable
          ? (Boolean) Objects.equals(values.of(comparison.group(1)), values.of(comparison.group(3)))
          : null;
    } catch (Values.Unknown e) {
      return null;
    }
  }

  private String simple(String text) {
    Matcher call = CALL.matcher(text);
    if (call.matches()) {
      return call(call.group(1), Code.split(call.group(2), ","));
    }
    Matcher comparison = COMPARISON.matcher(text);
    return comparison.matches()
        ? comparison(comparison.group(1), comparison.group(2), comparison.group(3))
        : text.startsWith("!") ? "that is not " + text.substring(1).strip() : "that is " + text;
  }

  /**
   * A function of the fact, or of a field, and another value, whose name is a verb: "that outlasts
   * it", "whose latest follows it"; or the other way round, "which it outlasts".
   */
  private String call(String verb, List<String> arguments) {
    String first = arguments.get(0);
    String does = verb.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    String others = arguments.stream().skip(1).map(this::word).collect(Collectors.joining(" and "));
    if (first.startsWith("$")) {
      return "which %s %s".formatted(word(first), does);
    }
    String whose = first.equals("this") ? "that" : "whose " + possessive(first);
    return "%s %s %s".formatted(whose, does, others).strip();
  }

  private String comparison(String left, String operator, String right) {
    Matcher rank = RANK.matcher(left);
    if (rank.matches() && operator.equals("<")) {
      String whose = rank.group(1) == null ? "that" : "whose " + possessive(rank.group(1));
      return whose + " comes earlier in the record";
    }
    if (right.equals("null")) {
      return "whose " + possessive(left) + (operator.equals("==") ? " is missing" : " is given");
    }
    String subject = left.startsWith("$") ? word(left) : possessive(left);
    return "whose %s %s %s".formatted(subject, operator(operator, right), word(right));
  }

  private String operator(String operator, String right) {
    return switch (operator) {
      case "==" -> "is";
      case "!=" -> "is not";
      default -> (isTime(right) ? IN_TIME : IN_NUMBER).get(operator);
    };
  }

  private boolean isTime(String expression) {
    try {
      Object value = values.of(expression);
      return value instanceof Moment || value instanceof Day || value instanceof LocalDate;
    } catch (Values.Unknown e) {
      return false;
    }
  }

  private String word(String expression) {
    Matcher constant = CONSTANT.matcher(expression);
    if (constant.matches()) {
      return Wording.lower(constant.group(1));
    }
    try {
      return wording.reference(values.of(expression));
    } catch (Values.Unknown e) {
      return expression;
    }
  }

  private static String possessive(String path) {
    return path.replace(".", "'s ");
  }
}
