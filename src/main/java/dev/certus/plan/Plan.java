package dev.certus.plan;

import dev.certus.drl.DrlTree;
import dev.certus.problem.Problem;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Condition;
import org.drools.model.Model;
import org.drools.model.Rule;

/**
 * The rules of a pack, planned. Immutable and thread-safe; make one a rule book, and an {@link
 * Evaluation} a thread.
 */
public final class Plan {

  /** The globals of all rules, by the slots in which their values are. */
  static final List<String> GLOBALS = List.of("terms", "decisions");

  private final List<Phase> phases;
  private final List<FactList> lists;
  private final PlanCode rules;
  private final PlanCode takers;

  private Plan(List<Phase> phases, List<FactList> lists, PlanCode rules, PlanCode takers) {
    this.phases = phases;
    this.lists = lists;
    this.rules = rules;
    this.takers = takers;
  }

  /**
   * The rules of a phase.
   *
   * @param name its name
   * @param rules the branches of its rules, in the order of the rules
   * @param takers for each list, the patterns that take its facts
   */
  record Phase(String name, List<PlannedRule> rules, List<List<Taker>> takers) {}

  /** A pattern of a rule, by its place. */
  record Taker(PlannedRule rule, int place) {}

  /**
   * Plans the rules of a book.
   *
   * @throws UnplannedException where some rule has a part that is not proved to be decided as a
   *     session of Drools decides it
   */
  public static Plan of(RuleBook book) throws UnplannedException {
    FactLists lists = new FactLists();
    List<List<PlannedRule>> byPhase = new ArrayList<>();
    List<String> names = book.pack().phases();
    names.forEach(name -> byPhase.add(new ArrayList<>()));
    List<Unplanned> unplanned = new ArrayList<>();
    List<PlanStep> steps = new ArrayList<>(); // the first of each branch
    int width = 0;
    for (Model model : book.models()) {
      for (Rule rule : model.getRules()) {
        RuleInfo info = book.rules().get(rule.getName());
        try {
          int phase = phase(rule, names);
          for (List<Condition> branch : Branches.of(rule.getView())) {
            RulePlanner planner =
                new RulePlanner(
                    info, GLOBALS, lists, type -> isComplete(type, phase, book.drl(), names));
            steps.add(planner.plan(branch, rule.getDefaultConsequence()));
            byPhase.get(phase).add(new PlannedRule(info, steps.size() - 1, planner.lists()));
            width = Math.max(width, planner.width());
          }
        } catch (UnknownShapeException e) {
          unplanned.add(new Unplanned(info, e.getMessage()));
        }
      }
    }
    if (!unplanned.isEmpty()) {
      throw new UnplannedException(unplanned);
    }
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      phases.add(new Phase(names.get(i), byPhase.get(i), takers(byPhase.get(i), lists.all())));
    }
    return new Plan(
        phases,
        lists.all(),
        PlanCompiler.rules(steps, width),
        PlanCompiler.lists(lists.all().stream().map(FactList::checks).toList()));
  }

  /** The rules of a book that cannot be planned, each at its place and with its reason. */
  public static List<Problem> problems(RuleBook book) {
    try {
      of(book);
      return List.of();
    } catch (UnplannedException e) {
      return e.problems();
    }
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
    if (type.getClassLoader() == Plan.class.getClassLoader()) {
      return true; // facts of the record: rules insert declared ones alone
    }
    return drl.type(type.getSimpleName()) != null
        && drl.deriving(type.getSimpleName()).stream()
            .allMatch(rule -> phases.indexOf(rule.phase()) < phase);
  }

  private static List<List<Taker>> takers(List<PlannedRule> rules, List<FactList> lists) {
    List<List<Taker>> takers = new ArrayList<>();
    lists.forEach(list -> takers.add(new ArrayList<>()));
    for (PlannedRule rule : rules) {
      List<Integer> taken = rule.lists();
      for (int place = 0; place < taken.size(); place++) {
        takers.get(taken.get(place)).add(new Taker(rule, place));
      }
    }
    return takers;
  }

  /** The phases, in their order. */
  List<Phase> phases() {
    return phases;
  }

  /** The lists of facts, by their numbers. */
  List<FactList> lists() {
    return lists;
  }

  /** Finds and fires the matches of a branch. */
  void match(PlannedRule rule, Evaluation evaluation) throws Exception {
    rules.match(rule.number(), evaluation);
  }

  /** Whether a list takes a fact. */
  boolean takes(FactList list, Object terms, Object decisions, Object fact) throws Exception {
    return takers.takes(list.number(), terms, decisions, fact);
  }
}
