package dev.certus.check;

import dev.certus.drl.Span;
import dev.certus.drl.TypeSource;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sentences of declared facts that name a field which the fact does not have. */
final class SaysCheck {

  private static final Pattern GAP = Pattern.compile("\\{(\\w+)");

  private final Source source;

  SaysCheck(Source source) {
    this.source = source;
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (TypeSource type : source.drl().types()) {
      if (type.says() != null) {
        List<String> fields = source.drl().fields(type.name());
        type.whole().named(GAP).stream()
            .filter(gap -> !fields.contains(gap.text()))
            .forEach(gap -> problems.add(problem(type, gap, fields)));
      }
    }
    return problems;
  }

  private Problem problem(TypeSource type, Span gap, List<String> fields) {
    return source.problem(
        "unknown-field",
        gap,
        "a `%s` has no field `%s` to say".formatted(type.name(), gap.text()),
        DidYouMean.oneOf(gap.text(), fields));
  }
}
