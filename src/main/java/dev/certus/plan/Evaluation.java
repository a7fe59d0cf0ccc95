package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.util.ArrayDeque;
import java.util.Arrays;
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
  private final Object[] row;
  private final Object[] alone; // the globals and one fact, for the checks of lists
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
    this.row = new Object[plan.width()];
    this.alone = new Object[Plan.GLOBALS.size() + 1];
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
    row[0] = terms;
    row[1] = decisions;
    alone[0] = terms;
    alone[1] = decisions;
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
    for (int list : rule.lists()) {
      if (facts[list].size() == 0) {
        return;
      }
    }
    try {
      rule.first().match(row, this);
    } catch (Exception | StackOverflowError e) {
      throw new RuleFailure(rule.info(), e);
    }
  }

  /** Puts a fact into the lists that take it; the lists of its type. */
  private FactList[] add(Object fact) {
    FactList[] lists = listsOf.computeIfAbsent(fact.getClass(), this::lists);
    alone[Plan.GLOBALS.size()] = fact;
    for (FactList list : lists) {
      if (takes(list)) {
        facts[list.number()].add(fact);
      }
    }
    return lists;
  }

  private boolean takes(FactList list) {
    try {
      return list.checks().passes(alone);
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
    for (FactBuffer list : facts) {
      list.clear();
    }
    Arrays.fill(row, null);
    Arrays.fill(alone, null);
    waiting.clear();
    pivot = null;
    pivotPlace = NONE;
    listener = null;
  }

  private void inserts(Object fact) {
    listener.inserts(fact);
    waiting.add(fact);
  }

  void fires(RuleInfo rule, List<Object> matched, List<Object> counted) {
    listener.fires(rule, matched, counted);
  }

  /** The facts of a list by its number. */
  FactBuffer facts(int list) {
    return facts[list];
  }

  /** The new fact that stands in for one pattern, or null where all facts are tried. */
  Object pivot() {
    return pivot;
  }

  /** The place of that pattern, or -1. */
  int pivotPlace() {
    return pivotPlace;
  }

  /** What inserts facts for consequences. */
  Inserter inserter() {
    return inserter;
  }
}
