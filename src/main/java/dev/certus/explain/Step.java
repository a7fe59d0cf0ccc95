package dev.certus.explain;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.RuleSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a rule on the way to its match.
 *
 * @param element what it belongs to
 * @param condition the condition that it adds, or null where it adds the whole element
 * @param code the DRL of the rule up to and including this step
 * @param contrary the DRL that finds the facts which are in the way of an absence, else null
 */
record Step(Element element, ConditionSource condition, String code, String contrary) {

  /** The steps of a rule, one after another. */
  static List<Step> of(RuleSource rule) {
    List<Step> steps = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    for (Element element : Element.of(rule)) {
      String so = before.toString();
      before.append("    ").append(element.code()).append('\n');
      if (element.isAbsence()) {
        String contrary = so + element.meeting(element.pattern().conditions().size());
        steps.add(new Step(element, null, before.toString(), contrary));
      } else if (element.isPattern()) {
        add(steps, element, so);
      } else {
        steps.add(new Step(element, null, before.toString(), null));
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
        steps.add(new Step(element, last, before + element.meeting(i), null));
        last = i == conditions.size() ? null : conditions.get(i);
      }
    }
  }
}
