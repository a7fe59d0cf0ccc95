package dev.certus.mutation;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.Element;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Junction;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.FunctionSource;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import java.util.List;
import java.util.Map;

/** Mutants of a rule, or of a function. */
final class RuleMutants {

  private static final Map<String, String> OTHER =
      Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">", "==", "!=", "!=", "==");

  private static final Map<String, String> OTHER_ORDER =
      Map.of("isBefore", "isAfter", "isAfter", "isBefore");

  private final Mutator mutator;
  private String rule;

  RuleMutants(Mutator mutator) {
    this.mutator = mutator;
  }

  void add(RuleSource source) {
    rule = source.name();
    replace(source.whole(), "", "rule removed: " + rule);
    for (Element element : source.elements()) {
      quantifier(element);
      element.patterns().stream().map(PatternSource::conditions).forEach(this::conditions);
      element.results().forEach(result -> comparisons(result.tree()));
    }
    source.consequence().all().forEach(this::comparison);
    source.expressions().forEach(this::zone);
  }

  void add(FunctionSource function) {
    rule = "function " + function.name();
    function.body().all().forEach(this::alternatives);
    function.body().all().forEach(this::comparison);
    function.body().all().forEach(this::order);
  }

  /** Drops a {@code not} or {@code exists} with all that it asks for. */
  private void quantifier(Element element) {
    String code = element.whole().squeezed();
    if (code.startsWith("not ") || code.startsWith("exists ")) {
      replace(element.whole(), "", "dropped: " + code);
    }
  }

  private void conditions(List<ConditionSource> conditions) {
    for (int i = 0; i < conditions.size(); i++) {
      ConditionSource condition = conditions.get(i);
      if (!condition.bindsOnly()) {
        drop(conditions, i);
        condition.tree().all().forEach(this::alternatives);
        comparisons(condition.tree());
      }
    }
  }

  private void drop(List<ConditionSource> conditions, int place) {
    ConditionSource condition = conditions.get(place);
    Span span = condition.span();
    String change = "condition dropped: " + span.squeezed();
    if (condition.binding() != null) {
      String field = field(condition.tree());
      if (field != null) {
        replace(span, condition.binding() + " : " + field, change);
      }
      return;
    }
    boolean last = place == conditions.size() - 1;
    int start = last && place > 0 ? conditions.get(place - 1).span().end() : span.start();
    int end = last ? span.end() : conditions.get(place + 1).span().start();
    mutator.replace(span.file(), rule, start, end, "", change);
  }

  /** The field that a condition asks of first, or null. */
  private static String field(Expression expression) {
    if (expression instanceof Name || expression instanceof Member) {
      return expression.text();
    }
    return expression instanceof Comparison || expression instanceof Junction
        ? field(expression.parts().get(0))
        : null;
  }

  /** Drops each side of every || and &&. */
  private void alternatives(Expression expression) {
    if (!(expression instanceof Junction junction)) {
      return;
    }
    List<Expression> parts = junction.parts();
    for (int i = 0; i < parts.size(); i++) {
      Span part = parts.get(i).span();
      int start = i == 0 ? part.start() : parts.get(i - 1).span().end();
      int end = i == 0 ? parts.get(1).span().start() : part.end();
      String change = "alternative dropped: " + part.squeezed();
      mutator.replace(part.file(), rule, start, end, "", change);
    }
  }

  private void comparisons(Expression expression) {
    expression.all().forEach(this::comparison);
  }

  private void comparison(Expression expression) {
    if (expression instanceof Comparison comparison && OTHER.containsKey(comparison.operator())) {
      String other = OTHER.get(comparison.operator());
      replace(
          comparison.operatorAt(),
          other,
          "%s %s %s instead of %s"
              .formatted(
                  comparison.left().text(),
                  other,
                  comparison.right().text(),
                  comparison.operator()));
    }
  }

  /** A call that compares moments or days. */
  private void order(Expression expression) {
    if (expression instanceof Call call && OTHER_ORDER.containsKey(call.name())) {
      String other = OTHER_ORDER.get(call.name());
      replace(call.nameAt(), other, "%s instead of %s".formatted(other, call.text()));
    }
  }

  /** A moment written in another zone, which decides on which day it falls. */
  private void zone(Expression expression) {
    if (expression instanceof Call call && call.name().equals("in") && call.owner() != null) {
      int within = call.owner().span().end() - call.span().start();
      Span zone = call.span().part(within, call.span().text().length());
      replace(zone, "", "zone dropped: " + zone.squeezed());
    }
  }

  private void replace(Span span, String by, String change) {
    mutator.replace(span.file(), rule, span.start(), span.end(), by, change);
  }
}
