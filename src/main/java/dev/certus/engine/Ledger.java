package dev.certus.engine;

import dev.certus.decision.Subject;
import dev.certus.fact.Conclusion;
import dev.certus.fact.Conclusions;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * Writes down which match inserted and concluded what, so that a decision's clause, rule, readings
 * and evidence come from the match itself. As the agenda's filter it sees each match just before it
 * fires.
 */
final class Ledger extends DefaultRuleRuntimeEventListener implements AgendaFilter, Conclusions {

  private final Map<String, RuleInfo> rules;
  private final IdentityHashMap<Object, BitSet> readings = new IdentityHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Firings firings;
  private final Tracer tracer;
  private RuleInfo rule;
  private List<Object> grounds = List.of();
  private BitSet taken;

  /** A ledger for one candidate; {@code tracer} may be null. */
  Ledger(RuleBook book, Firings firings, Tracer tracer) {
    this.rules = book.rules();
    this.firings = firings;
    this.tracer = tracer;
  }

  @Override
  public boolean accept(Match match) {
    rule = rules.get(match.getRule().getName());
    List<Object> matched = match.getObjects();
    List<Object> gathered = rule.gathers() ? GatheredFacts.of(match) : List.of();
    grounds = gathered.isEmpty() ? matched : joined(matched, gathered);
    firings.count(rule);
    taken = readings(gathered.isEmpty() ? matched : joined(matched, GatheredFacts.counted(match)));
    if (tracer != null) {
      tracer.fires(rule, match);
    }
    return true;
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    boolean derived = rule != null; // else it is a fact of the record
    if (derived && !taken.isEmpty()) {
      readings.put(event.getObject(), taken);
    }
    if (derived && tracer != null) {
      tracer.inserts(event.getObject());
    }
  }

  @Override
  public Conclusion give(String code, Subject subject) {
    Conclusion conclusion = new Conclusion(code, subject);
    findings.add(new Finding(conclusion, rule, grounds, taken));
    if (tracer != null) {
      tracer.gives(conclusion);
    }
    return conclusion;
  }

  private static List<Object> joined(List<Object> matched, List<Object> gathered) {
    List<Object> all = new ArrayList<>(matched);
    all.addAll(gathered);
    return all;
  }

  /** The readings of the firing rule, and those that some facts rest on. */
  private BitSet readings(List<Object> facts) {
    BitSet all = rule.readings();
    if (readings.isEmpty()) {
      return all;
    }
    boolean own = false;
    for (Object fact : facts) {
      BitSet inherited = readings.get(fact);
      if (inherited != null) {
        if (!own) {
          all = (BitSet) all.clone();
          own = true;
        }
        all.or(inherited);
      }
    }
    return all;
  }

  /** What was concluded, in the order of firing. */
  List<Finding> findings() {
    return findings;
  }

  /** The name of the rule that fired last, or null. */
  String lastRule() {
    return rule == null ? null : rule.name();
  }

  /** The facts that the rule matched that fired last. */
  List<Object> lastGrounds() {
    return grounds;
  }
}
