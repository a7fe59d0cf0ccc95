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
  private final List<Branch> branches;
  private final List<ListUse> lists;
  private final List<FactIndexes.Key> indexes;
  private final List<Intake> intakes;
  private final PlanCode[] matching;
  private final PlanCode[] filling;

  private Plan(List<Phase> phases, List<PlannedRule> rules, FactLists lists, int slots) {
    this.phases = phases;
    this.branches = rules.stream().map(PlannedRule::branch).toList();
    this.lists = ListUse.of(lists.all().size(), branches);
    this.indexes = lists.indexes().all();
    List<ListTree> trees = new ArrayList<>();
    this.intakes = Intake.of(lists.all(), trees);
    this.matching =
        PlanCompiler.branches(rules.stream().map(PlannedRule::first).toList(), slots)
            .toArray(PlanCode[]::new);
    this.filling = PlanCompiler.fillers(trees).toArray(PlanCode[]::new);
  }

  /**
   * The branches of the rules of a phase.
   *
   * @param name its name
   * @param first the number of the first branch
   * @param end the number behind that of the last
   */
  record Phase(String name, int first, int end) {}

  /**
   * Plans the rules of a book.
   *
   * @throws UnplannedException where some rule has a part that is not proved to be decided as a
   *     session of Drools decides it
   */
  public static Plan of(RuleBook book) throws UnplannedException {
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
    List<Phase> phases = new ArrayList<>();
    List<PlannedRule> rules = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int first = rules.size();
      rules.addAll(byPhase.get(i));
      phases.add(new Phase(names.get(i), first, rules.size()));
    }
    return new Plan(phases, rules, lists, slots);
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

  /** The phases, in their order. */
  List<Phase> phases() {
    return phases;
  }

  /** The branches of all rules, by their numbers. */
  List<Branch> branches() {
    return branches;
  }

  /** What uses each list, by its number. */
  List<ListUse> lists() {
    return lists;
  }

  /** The indexes of lists, by their numbers. */
  List<FactIndexes.Key> indexes() {
    return indexes;
  }

  /** The intakes that take facts of a type. */
  Intake[] intakes(Class<?> type) {
    return intakes.stream()
        .filter(intake -> intake.type().isAssignableFrom(type))
        .toArray(Intake[]::new);
  }

  /** Finds and fires the matches of a branch. */
  void match(int branch, Evaluation evaluation) throws Exception {
    matching[branch / PlanCompiler.TOGETHER].match(branch % PlanCompiler.TOGETHER, evaluation);
  }

  /** Puts a fact into those lists of a filler that take it. */
  void fill(int filler, Evaluation evaluation, Object fact) throws Exception {
    filling[filler / PlanCompiler.TOGETHER].fill(filler % PlanCompiler.TOGETHER, evaluation, fact);
  }
}
