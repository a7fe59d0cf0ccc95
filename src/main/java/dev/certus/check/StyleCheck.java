package dev.certus.check;

import dev.certus.drl.AttributeSource;
import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Literal;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may not stand in DRL, though it would compile: numbers, dates, clocks, side effects. */
final class StyleCheck {

  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}-[A-Za-z]{3}-\\d{4}.*");

  private static final List<String> IMPORTS =
      List.of(
          "dev.certus.decision.",
          "dev.certus.fact.",
          "dev.certus.pack.",
          "dev.certus.record.",
          "dev.certus.time.",
          "java.math.",
          "java.time.");

  private static final Set<String> IMPORTED =
      Set.of("java.util.List", "java.util.Map", "java.util.Set", "java.util.Collection");

  private final DrlTree drl;
  private final List<Problem> problems = new ArrayList<>();

  StyleCheck(DrlTree drl) {
    this.drl = drl;
  }

  List<Problem> problems() {
    drl.numbers().stream().filter(number -> !number.text().equals("0")).forEach(this::number);
    drl.expressions().forEach(this::look);
    for (RuleSource rule : drl.rules()) {
      rule.attributes().forEach(this::look);
    }
    drl.imports().forEach(this::imported);
    return problems;
  }

  private void number(Span at) {
    add(
        "number-in-rule",
        at,
        "a number in a rule: `%s`".formatted(at.text()),
        "give it a name, a unit and a source in terms.yaml");
  }

  private void date(Span at) {
    add(
        "date-in-rule",
        at,
        "a date in a rule: `%s`".formatted(at.text()),
        "let a term or a row of the catalogue say from when it holds");
  }

  private void look(Expression expression) {
    if (expression instanceof Literal literal && literal.value() instanceof String text) {
      look(text, literal.inside());
    }
    Taboo.of(expression).forEach(t -> add(t.code(), t.at(), t.text(), t.help()));
  }

  private void look(String text, Span at) {
    if (DATE.matcher(text).matches()) {
      date(at);
    } else if (isNumber(text)) {
      number(at);
    }
  }

  private static boolean isNumber(String text) {
    try {
      return new BigDecimal(text).scale() >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void look(AttributeSource attribute) {
    if (!RuleSource.isPhase(attribute.name())) {
      add(
          "forbidden-attribute",
          attribute.at(),
          "a rule has the attribute `%s`, which hides when it fires".formatted(attribute.name()),
          "let a rule of a later phase ask for what this one derives");
      Stream.ofNullable(attribute.value())
          .map(value -> attribute.text())
          .filter(value -> DATE.matcher(value.text()).matches())
          .forEach(this::date);
    }
  }

  private void imported(Span imported) {
    String name = imported.text();
    if (!IMPORTED.contains(name) && IMPORTS.stream().noneMatch(name::startsWith)) {
      add(
          "forbidden-import",
          imported,
          "a pack may not import `%s`".formatted(name),
          "rules work with facts, terms and time alone");
    }
  }

  private void add(String code, Span at, String message, String help) {
    problems.add(new Problem(code, at.at(drl.files()), message, help));
  }
}
