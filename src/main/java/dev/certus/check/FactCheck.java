package dev.certus.check;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.TypeSource;
import dev.certus.policy.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts that nothing uses, and patterns that nothing can match. */
final class FactCheck {

  private static final Pattern EQUALS =
      Pattern.compile("^(!?)([\\w.]+)\\s*(?:(==|!=)\\s*([\\w.\"]+))?$");

  private final Source source;
  private final List<Problem> problems = new ArrayList<>();

  FactCheck(Source source) {
    this.source = source;
  }

  List<Problem> problems() {
    source.drl().types().forEach(this::use);
    for (RuleSource rule : source.rules()) {
      for (PatternSource pattern : rule.patterns()) {
        origin(pattern);
        contradiction(pattern);
      }
    }
    return problems;
  }

  private void use(TypeSource type) {
    boolean matched =
        source.rules().stream()
            .flatMap(rule -> rule.patterns().stream())
            .anyMatch(
                pattern ->
                    source.drl().withParents(type.name()).stream()
                        .anyMatch(t -> t.name().equals(pattern.type())));
    boolean extended = source.drl().types().stream().anyMatch(t -> type.name().equals(t.parent()));
    if (!matched && !extended) {
      problems.add(
          source.problem(
              "unused-fact",
              type.at(),
              "no rule asks for a `%s`".formatted(type.name()),
              "write the rule that needs it, or remove the type and the rules that insert it"));
    }
  }

  private void origin(PatternSource pattern) {
    if (source.drl().type(pattern.type()) != null
        && source.drl().deriving(pattern.type()).isEmpty()) {
      problems.add(
          source.problem(
              "never-matches",
              pattern.whole(),
              "no rule inserts a `%s`, so nothing can match".formatted(pattern.type()),
              "write the rule that derives it, or remove the pattern"));
    }
  }

  /** Two conditions of one pattern that no fact can meet together. */
  private void contradiction(PatternSource pattern) {
    Map<String, String> wanted = new HashMap<>();
    for (ConditionSource condition : pattern.conditions()) {
      Matcher equals = EQUALS.matcher(condition.expression());
      if (!equals.matches() || condition.bindsOnly()) {
        continue;
      }
      String value = value(equals);
      String negated = value.startsWith("!") ? value.substring(1) : "!" + value;
      String before = wanted.putIfAbsent(equals.group(2), value);
      boolean two = before != null && !before.startsWith("!") && !value.startsWith("!");
      if (before != null && (before.equals(negated) || (two && !before.equals(value)))) {
        problems.add(
            source.problem(
                "never-matches",
                condition.span(),
                "no `%s` meets both this and an earlier condition on `%s`"
                    .formatted(pattern.type(), equals.group(2)),
                "drop one of the two, or join them with ||"));
      }
    }
  }

  /** What a condition asks of its field: a value, or with a ! that it is not that value. */
  private static String value(Matcher equals) {
    if (equals.group(3) == null) {
      return equals.group(1).isEmpty() ? "true" : "!true";
    }
    String value = equals.group(4).equals("false") ? "true" : equals.group(4);
    boolean not = equals.group(3).equals("!=") != equals.group(4).equals("false");
    return not ? "!" + value : value;
  }
}
