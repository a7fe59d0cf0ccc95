package dev.certus.plan;

import dev.certus.drl.DrlTree;
import dev.certus.fact.FactTypes;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Condition;
import org.drools.model.Model;
import org.drools.model.Rule;

/**
 * The steps of all rules of a pack, before they are compiled.
 *
 * @param phases the phases, in their order
 * @param rules the branches of all rules, by phase
 * @param lists the lists of facts that the steps use
 * @param slots how many slots the widest rule needs
 */
record Draft(List<Plan.Phase> phases, List<PlannedRule> rules, FactLists lists, int slots) {

  /** The globals of all rules, by the slots in which their values are. */
  static final List<String> GLOBALS = List.of("terms", "decisions");

  /**
   * Plans the rules of a book.
   *
   * @throws UnplannedException where some rule has a part that is not proved to be decided as a
   *     session of Drools decides it
   */
  static Draft of(RuleBook book) throws UnplannedException {
    FactLists lists = new FactLists();
    List<String> names = book.pack().phases();
    List<List<PlannedRule>> byPhase = new ArrayList<>();
    names.forEach(name -> byPhase.add(new ArrayList<>()));
    List<Unplanned> unplanned = new ArrayList<>();
    int slots = 0;
    for (Model model : book.models()) {
      for (Rule rule : model.getRules()) {
        RuleInfo info = book.rules().get(rule.getName());
        try {
          int phase = phase(rule, names);
          for (List<Condition> branch : Branches.of(rule.getView())) {
            RulePlanner planner =
                new RulePlanner(
                    info, GLOBALS, lists, type -> isComplete(type, phase, book.drl(), names));
            byPhase.get(phase).add(planner.plan(branch, rule.getDefaultConsequence()));
            slots = Math.max(slots, planner.width());
          }
        } catch (UnknownShapeException e) {
          unplanned.add(new Unplanned(info, e.getMessage()));
        }
      }
    }
    if (!unplanned.isEmpty()) {
      throw new UnplannedException(unplanned);
    }
    List<Plan.Phase> phases = new ArrayList<>();
    List<PlannedRule> rules = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int first = rules.size();
      rules.addAll(byPhase.get(i));
      phases.add(new Plan.Phase(names.get(i), first, rules.size()));
    }
    return new Draft(phases, rules, lists, slots);
  }

  /** The place of a rule's phase; the rule has nothing else that would change when it fires. */
  private static int phase(Rule rule, List<String> phases) {
    if (rule.getConsequences().size() != 1) {
      throw new UnknownShapeException("it has more than one consequence");
    }
    for (Rule.Attribute<?> attribute :
        List.of(
            Rule.Attribute.NO_LOOP,
            Rule.Attribute.LOCK_ON_ACTIVE,
            Rule.Attribute.ENABLED,
            Rule.Attribute.AUTO_FOCUS,
            Rule.Attribute.SALIENCE,
            Rule.Attribute.ACTIVATION_GROUP,
            Rule.Attribute.DURATION,
            Rule.Attribute.TIMER,
            Rule.Attribute.CALENDARS,
            Rule.Attribute.DATE_EFFECTIVE,
            Rule.Attribute.DATE_EXPIRES)) {
      if (rule.getAttribute(attribute) != attribute.getDefaultValue()) {
        throw new UnknownShapeException("it has an attribute beside its phase");
      }
    }
    String group = rule.getAttribute(Rule.Attribute.AGENDA_GROUP);
    String flow = rule.getAttribute(Rule.Attribute.RULEFLOW_GROUP);
    int phase = phases.indexOf(flow == null ? group : flow);
    if (phase < 0) {
      throw new UnknownShapeException("it is in no phase");
    }
    return phase;
  }

  /** Whether no rule of a phase, or of a later one, derives facts of a type. */
  private static boolean isComplete(Class<?> type, int phase, DrlTree drl, List<String> phases) {
    if (FactTypes.isGiven(type)) {
      return true; // rules insert declared ones alone
    }
    return drl.type(type.getSimpleName()) != null
        && drl.deriving(type.getSimpleName()).stream()
            .allMatch(rule -> phases.indexOf(rule.phase()) < phase);
  }
}
