package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;

/**
 * Evaluates a plan for one candidate after another. It keeps nothing of a candidate. Used by one
 * thread at a time.
 */
public final class Evaluation {

  private static final int NONE = -1;

  private final Plan plan;
  private final FactBuffer[] facts;
  private final List<FactBuffer> used = new ArrayList<>(); // those that are not empty
  private final Object[] globals = new Object[Plan.GLOBALS.size()];
  private final IdentityHashMap<Class<?>, FactList[]> listsOf = new IdentityHashMap<>();
  private final Queue<Object> waiting = new ArrayDeque<>();
  private final Inserter inserter = new Inserter(this::inserts);
  private MatchListener listener;
  private Object pivot;
  private int pivotPlace = NONE;

  /** An evaluation of a plan. */
  public Evaluation(Plan plan) {
    this.plan = plan;
    this.facts = new FactBuffer[plan.lists().size()];
    Arrays.setAll(facts, i -> new FactBuffer());
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
    for (PlannedRule rule : phase.rules()) {
      evaluate(rule);
    }
    for (Object next = waiting.poll(); next != null; next = waiting.poll()) {
      pivot = next;
      for (FactList list : add(next)) {
        if (facts[list.number()].endsWith(next)) {
          for (Plan.Taker taker : phase.takers().get(list.number())) {
            pivotPlace = taker.place();
            evaluate(taker.rule());
          }
        }
      }
      pivotPlace = NONE;
      pivot = null;
    }
  }

  private void evaluate(PlannedRule rule) {
    if (!rule.mayMatch(facts)) {
      return;
    }
    try {
      plan.match(rule, this);
    } catch (Exception | StackOverflowError e) {
      throw new RuleFailure(rule.info(), e);
    }
  }

  /** Puts a fact into the lists that take it; the lists of its type. */
  private FactList[] add(Object fact) {
    FactList[] lists = listsOf.computeIfAbsent(fact.getClass(), this::lists);
    for (FactList list : lists) {
      if (takes(list, fact)) {
        add(facts[list.number()], fact);
      }
    }
    return lists;
  }

  private void add(FactBuffer list, Object fact) {
    if (list.size() == 0) {
      used.add(list);
    }
    list.add(fact);
  }

  private boolean takes(FactList list, Object fact) {
    try {
      return plan.takes(list, globals[0], globals[1], fact);
    } catch (Exception | StackOverflowError e) {
      throw new RuleFailure(list.rule(), e);
    }
  }

  private FactList[] lists(Class<?> type) {
    return plan.lists().stream()
        .filter(list -> list.type().isAssignableFrom(type))
        .toArray(FactList[]::new);
  }

  private void clear() {
    for (int i = 0; i < used.size(); i++) {
      used.get(i).clear();
    }
    used.clear();
    Arrays.fill(globals, null);
    waiting.clear();
    pivot = null;
    pivotPlace = NONE;
    listener = null;
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
    return place >= 0 && place == pivotPlace ? list.size() - 1 : 0;
  }

  /** Where it ends: before the new fact that stands in for a later pattern; called by the code. */
  int end(FactBuffer list, int place) {
    boolean isOlder = place >= 0 && place < pivotPlace && list.endsWith(pivot);
    return isOlder ? list.size() - 1 : list.size();
  }

  /** What inserts facts for consequences; called by the code. */
  Inserter inserter() {
    return inserter;
  }
}
