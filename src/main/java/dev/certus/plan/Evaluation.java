package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import org.drools.model.functions.Function1;

/**
 * Evaluates a plan for one candidate after another. It keeps nothing of a candidate. Used by one
 * thread at a time.
 */
public final class Evaluation {

  private static final int NONE = -1;

  /** So many facts make it worth while to look some up. */
  private static final int MANY = 16;

  private final Plan plan;
  private final FactBuffer[] facts;
  private final ListUse.Taker[][] takers; // by the number of the list
  private final OpenBranches branches;
  private final Numbers used; // the lists that are not empty
  private final Numbers fresh; // those that have the new fact
  private final FactIndex[] indexes; // those that were asked for
  private final Object[] globals = new Object[Draft.GLOBALS.size()];
  private final IdentityHashMap<Class<?>, Intake[]> intakes = new IdentityHashMap<>();
  private final Queue<Object> waiting = new ArrayDeque<>();
  private final Inserter inserter = new Inserter(this::inserts);
  private MatchListener listener;
  private Object pivot;
  private int pivotPlace = NONE;

  /** An evaluation of a plan. */
  public Evaluation(Plan plan) {
    int lists = plan.lists().size();
    this.plan = plan;
    this.facts = new FactBuffer[lists];
    Arrays.setAll(facts, i -> new FactBuffer());
    this.takers =
        plan.lists().stream()
            .map(list -> list.takers().toArray(ListUse.Taker[]::new))
            .toArray(ListUse.Taker[][]::new);
    this.branches = new OpenBranches(plan.lists(), plan.branches().size());
    this.indexes = new FactIndex[plan.indexes().size()];
    this.used = new Numbers(lists);
    this.fresh = new Numbers(lists);
  }

  /**
   * Runs the rules on the facts of a candidate.
   *
   * @param terms the global {@code terms}
   * @param decisions the global {@code decisions}
   * @param itsListener sees what the rules do; what it throws ends the evaluation
   * @throws RuleFailure where a condition or a consequence throws
   */
  public void run(List<Object> given, Object terms, Object decisions, MatchListener itsListener) {
    listener = itsListener;
    globals[0] = terms;
    globals[1] = decisions;
    try {
      given.forEach(this::add);
      for (Plan.Phase phase : plan.phases()) {
        run(phase);
      }
    } finally {
      clear();
    }
  }

  private void run(Plan.Phase phase) {
    listener.begins(phase.name());
    int branch = branches.next(phase.first());
    while (branch != NONE && branch < phase.end()) {
      match(branch);
      branch = branches.next(branch + 1);
    }
    for (Object next = waiting.poll(); next != null; next = waiting.poll()) {
      pivot = next;
      fresh.clear();
      add(next);
      for (int i = 0; i < fresh.size(); i++) {
        match(takers[fresh.get(i)], phase);
      }
    }
    pivot = null;
    pivotPlace = NONE;
  }

  /** Lets the new fact stand in for each pattern that takes it. */
  private void match(ListUse.Taker[] patterns, Plan.Phase phase) {
    for (ListUse.Taker pattern : patterns) {
      int branch = pattern.branch();
      if (branch >= phase.first() && branch < phase.end() && branches.has(branch)) {
        pivotPlace = pattern.place();
        match(branch);
      }
    }
  }

  private void match(int branch) {
    try {
      plan.match(branch, this);
    } catch (Exception | StackOverflowError e) {
      throw new RuleFailure(plan.branches().get(branch).rule(), e);
    }
  }

  /** Puts a fact into the lists that take it. */
  private void add(Object fact) {
    Intake[] its = intakes.get(fact.getClass());
    if (its == null) {
      its = plan.intakes(fact.getClass());
      intakes.put(fact.getClass(), its);
    }
    try {
      for (Intake intake : its) {
        intake.put(fact, plan, this);
      }
    } catch (Exception | StackOverflowError e) {
      throw new RuleFailure(null, e);
    }
  }

  private void clear() {
    for (int i = 0; i < used.size(); i++) {
      facts[used.get(i)].clear();
      branches.empties(used.get(i));
    }
    used.clear();
    fresh.clear();
    for (FactIndex index : indexes) {
      if (index != null) {
        index.clear();
      }
    }
    Arrays.fill(globals, null);
    waiting.clear();
    pivot = null;
    pivotPlace = NONE;
    listener = null;
  }

  /** A list takes a fact; called by the code. */
  void take(int list, Object fact) {
    FactBuffer taking = facts[list];
    if (taking.size() == 0) {
      used.add(list);
      branches.fills(list);
    }
    taking.add(fact);
    if (pivot != null) {
      fresh.add(list);
    }
  }

  private void inserts(Object fact) {
    listener.inserts(fact);
    waiting.add(fact);
  }

  /**
   * A rule is about to run its consequence; called by the code.
   *
   * @param matched what its patterns took, and the one result of each accumulate
   * @param left of each accumulate, the list of facts, and its one result or null
   */
  void fires(RuleInfo rule, Object[] matched, Object[] left) {
    List<Object> facts = Arrays.asList(matched);
    if (left.length == 0) {
      listener.fires(rule, facts, facts);
      return;
    }
    List<Object> all = new ArrayList<>(facts);
    List<Object> counted = new ArrayList<>(facts);
    for (int i = 0; i < left.length; i += 2) {
      Collection<?> gathered = (Collection<?>) left[i];
      all.addAll(gathered);
      counted.addAll(left[i + 1] instanceof Collection<?> list ? list : gathered);
    }
    listener.fires(rule, all, counted);
  }

  /** The value of a global by its slot; called by the code. */
  Object global(int slot) {
    return globals[slot];
  }

  /** The facts of a list by its number; called by the code. */
  FactBuffer facts(int list) {
    return facts[list];
  }

  /** Where a pattern begins to take the facts of a list; called by the code. */
  int first(FactBuffer list, int place) {
    if (place < 0 || place != pivotPlace) {
      return 0;
    }
    return list.endsWith(pivot) ? list.size() - 1 : list.size();
  }

  /** Those facts of a list that an index finds, if there are many; called by the code. */
  FactBuffer found(FactBuffer list, int index, Function1<Object, Object> key, Object value) {
    if (list.size() < MANY) {
      return list;
    }
    Object found;
    try {
      found = key.apply(value);
    } catch (RuntimeException e) {
      return list; // the check itself says so
    }
    FactIndex asked = indexes[index];
    if (asked == null) {
      FactIndexes.Key of = plan.indexes().get(index);
      asked = new FactIndex(facts[of.list()], of.reader());
      indexes[index] = asked;
    }
    return asked.facts(found);
  }

  /** Where it ends: before the new fact that stands in for a later pattern; called by the code. */
  int end(FactBuffer list, int place) {
    boolean isOlder = place >= 0 && place < pivotPlace && list.endsWith(pivot);
    return isOlder ? list.size() - 1 : list.size();
  }

  /**
   * Those facts of a list that an index finds by the new fact, if that stands in for a pattern, and
   * there are many; called by the code.
   */
  FactBuffer foundByPivot(FactBuffer list, int index, Function1<Object, Object> key, int place) {
    return place == pivotPlace ? found(list, index, key, pivot) : list;
  }

  /** What inserts facts for consequences; called by the code. */
  Inserter inserter() {
    return inserter;
  }
}
