package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Span;
import dev.certus.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What may not stand in DRL, though it would run: the numbers of a policy. */
final class NumberCheck {

  private final DrlTree drl;
  private final List<Problem> problems = new ArrayList<>();

  NumberCheck(DrlTree drl) {
    this.drl = drl;
  }

  List<Problem> problems() {
    drl.numbers().stream().filter(number -> !number.text().equals("0")).forEach(this::number);
    drl.expressions().forEach(this::look);
    return problems;
  }

  private void number(Span at) {
    add(
        "number-in-rule",
        at,
        "a number in a rule: `%s`".formatted(at.text()),
        "give it a name, a unit and a source in terms.yaml");
  }

  private void look(Expression expression) {
    String text = expression.literalText();
    if (text != null && isNumber(text)) {
      number(expression.inside());
    }
  }

  private static boolean isNumber(String text) {
    try {
      return new BigDecimal(text).scale() >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void add(String code, Span at, String message, String help) {
    problems.add(new Problem(code, at.at(drl.files()), message, help));
  }
}
