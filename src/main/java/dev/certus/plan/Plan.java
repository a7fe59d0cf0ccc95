package dev.certus.plan;

import dev.certus.problem.Problem;
import dev.certus.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a pack, planned. Immutable and thread-safe; make one a rule book, and an {@link
 * Evaluation} a thread.
 */
public final class Plan {

  private final List<Phase> phases;
  private final List<Branch> branches;
  private final List<ListUse> lists;
  private final List<FactIndexes.Key> indexes;
  private final List<Intake> intakes;
  private final PlanCode[] matching;
  private final PlanCode[] filling;

  private Plan(Draft draft) {
    List<PlannedRule> rules = draft.rules();
    FactLists lists = draft.lists();
    this.phases = draft.phases();
    this.branches = rules.stream().map(PlannedRule::branch).toList();
    this.lists = ListUse.of(lists.all().size(), branches);
    this.indexes = lists.indexes().all();
    List<ListTree> trees = new ArrayList<>();
    this.intakes = Intake.of(lists.all(), trees);
    this.matching =
        PlanCompiler.branches(rules.stream().map(PlannedRule::first).toList(), draft.slots())
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
   * Plans the rules of a book, and compiles their steps.
   *
   * @throws UnplannedException where some rule has a part that is not proved to be decided as a
   *     session of Drools decides it
   */
  public static Plan of(RuleBook book) throws UnplannedException {
    return new Plan(Draft.of(book));
  }

  /** The rules of a book that cannot be planned, each at its place and with its reason. */
  public static List<Problem> problems(RuleBook book) {
    try {
      Draft.of(book);
      return List.of();
    } catch (UnplannedException e) {
      return e.problems();
    }
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
