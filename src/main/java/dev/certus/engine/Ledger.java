package dev.certus.engine;

import dev.certus.decision.Subject;
import dev.certus.fact.Conclusion;
import dev.certus.fact.Conclusions;
import dev.certus.rules.RuleBook;
import dev.certus.rules.RuleInfo;
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
  private Match firing;
  private RuleInfo rule;

  Ledger(RuleBook book) {
    this.rules = book.rules();
  }

  @Override
  public boolean accept(Match match) {
    firing = match;
    rule = rules.get(match.getRule().getName());
    return true;
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (firing == null) {
      return; // a fact of the record
    }
    BitSet taken = readings(firing.getObjects());
    if (!taken.isEmpty()) {
      readings.put(event.getObject(), taken);
    }
  }

  @Override
  public Conclusion give(String code, Subject subject) {
    Conclusion conclusion = new Conclusion(code, subject);
    List<Object> grounds = firing.getObjects();
    findings.add(new Finding(conclusion, rule, grounds, readings(grounds)));
    return conclusion;
  }

  /** The readings of the firing rule, and those that the facts it matched rest on. */
  private BitSet readings(List<Object> grounds) {
    BitSet taken = rule.readings();
    boolean own = false;
    for (Object ground : grounds) {
      BitSet inherited = readings.get(ground);
      if (inherited != null) {
        if (!own) {
          taken = (BitSet) taken.clone();
          own = true;
        }
        taken.or(inherited);
      }
    }
    return taken;
  }

  /** What was concluded, in the order of firing. */
  List<Finding> findings() {
    return findings;
  }

  /** The name of the rule that fired last, or null. */
  String lastRule() {
    return rule == null ? null : rule.name();
  }
}
