package dev.certus.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.drools.core.reteoo.AccumulateNode.AccumulateContext;
import org.drools.core.reteoo.TupleImpl;
import org.drools.core.rule.consequence.InternalMatch;
import org.kie.api.runtime.rule.Match;

/**
 * Finds the facts that a match gathered by accumulate or collect. Drools itself names but what was
 * computed from them, such as their number.
 */
final class GatheredFacts {

  private GatheredFacts() {}

  /** All facts that were gathered, in the order in which they were; mostly none. */
  static List<Object> of(Match match) {
    return in(match, false);
  }

  /**
   * The facts that stand behind what was computed, such as a number or a sum, and those that
   * gathered collections hold. A collection of other values passes on the values alone.
   */
  static List<Object> counted(Match match) {
    return in(match, true);
  }

  private static List<Object> in(Match match, boolean counted) {
    List<Object> facts = List.of();
    Object result = null;
    TupleImpl tuple = ((InternalMatch) match).getTuple();
    for (; tuple != null; tuple = before(tuple)) {
      if (tuple.getContextObject() instanceof AccumulateContext) {
        List<Object> all = facts.isEmpty() ? new ArrayList<>() : facts;
        boolean list = counted && result instanceof Collection<?>;
        all.addAll(0, list ? (Collection<?>) result : gathered(tuple));
        facts = all;
      }
      result = tuple.getFactHandle() == null ? null : tuple.getFactHandle().getObject();
    }
    return facts;
  }

  /** The tuple that it extends, even one that adds no fact, such as that of an {@code exists}. */
  private static TupleImpl before(TupleImpl tuple) {
    return tuple.getLeftParent() == null ? tuple.getParent() : tuple.getLeftParent();
  }

  private static List<Object> gathered(TupleImpl tuple) {
    List<Object> facts = new ArrayList<>();
    for (TupleImpl one = tuple.getFirstChild(); one != null; one = one.getHandleNext()) {
      facts.addAll(facts(one.getRightParent(), tuple));
    }
    return facts;
  }

  /** The facts that were gathered together: one, or one for each of several joined patterns. */
  private static List<Object> facts(TupleImpl gathered, TupleImpl before) {
    if (!gathered.isSubnetworkTuple()) {
      return List.of(gathered.getFactHandle().getObject());
    }
    List<Object> facts = new ArrayList<>();
    TupleImpl one = gathered;
    for (; one != null && one.getIndex() > before.getIndex(); one = one.getParent()) {
      if (one.getFactHandle() != null) {
        facts.add(one.getFactHandle().getObject());
      }
    }
    Collections.reverse(facts);
    return facts;
  }
}
