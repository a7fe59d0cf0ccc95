package dev.certus.explain;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.Element;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A step of a rule on the way to its match.
 *
 * @param element what it belongs to
 * @param condition the condition that it adds, or null where it adds the whole element
 * @param code the DRL of the rule up to and including this step
 * @param contrary the DRL that finds the facts which block an absence, else null
 */
record Step(Element element, ConditionSource condition, String code, String contrary) {

  /** The steps of a rule, one after another. */
  static List<Step> of(RuleSource rule) {
    List<Step> steps = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    for (Element element : rule.elements()) {
      String so = before.toString();
      before.append("    ").append(element.whole().text()).append('\n');
      PatternSource pattern = element.pattern();
      if (pattern == null) {
        steps.add(new Step(element, null, before.toString(), null));
      } else if (element.kind() == Element.Kind.NOT) {
        String contrary = so + meeting(pattern, pattern.conditions().size());
        steps.add(new Step(element, null, before.toString(), contrary));
      } else {
        add(steps, element, so);
      }
    }
    return steps;
  }

  /** First any such fact, then condition by condition; variables are bound as soon as they can. */
  private static void add(List<Step> steps, Element element, String before) {
    List<ConditionSource> conditions = element.pattern().conditions();
    ConditionSource last = null;
    for (int i = 0; i <= conditions.size(); i++) {
      if (i == conditions.size() || !conditions.get(i).bindsOnly()) {
        steps.add(new Step(element, last, before + meeting(element.pattern(), i), null));
        last = i == conditions.size() ? null : conditions.get(i);
      }
    }
  }

  /** A pattern for facts that meet the first of its conditions. */
  private static String meeting(PatternSource pattern, int conditions) {
    String from = pattern.from() == null ? "" : " from " + pattern.from().text();
    return pattern.conditions().subList(0, conditions).stream()
        .map(ConditionSource::span)
        .map(Span::text)
        .collect(Collectors.joining(", ", pattern.head().text() + "( ", " )" + from));
  }

  /** The part of the rule that it adds. */
  Span at() {
    if (condition != null) {
      return condition.span();
    }
    return element.pattern() != null ? element.pattern().whole() : element.whole();
  }

  /** What it asks for, in one line; a pattern without its variables. */
  String asked() {
    if (condition != null) {
      return condition.code().span().squeezed();
    }
    return element.pattern() == null || contrary != null
        ? element.whole().squeezed()
        : pattern(element.pattern());
  }

  private static String pattern(PatternSource pattern) {
    String conditions =
        pattern.conditions().stream()
            .filter(condition -> !condition.bindsOnly())
            .map(condition -> condition.code().span().squeezed())
            .collect(Collectors.joining(", "));
    return conditions.isEmpty()
        ? pattern.type() + "( )"
        : "%s( %s )".formatted(pattern.type(), conditions);
  }
}
