package dev.certus.engine;

import dev.certus.decision.Subject;
import dev.certus.fact.Conclusion;
import dev.certus.fact.Conclusions;
import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.Match;

/**
 * Tells a ledger, and a tracer if there is one, what happens in a session. As the agenda's filter
 * it sees each match just before it fires.
 */
final class SessionListener extends DefaultRuleRuntimeEventListener
    implements AgendaFilter, Conclusions {

  private final Map<String, RuleInfo> rules;
  private final Ledger ledger;
  private final Tracer tracer;

  /** A listener for one candidate; {@code tracer} may be null. */
  SessionListener(Map<String, RuleInfo> rules, Ledger ledger, Tracer tracer) {
    this.rules = rules;
    this.ledger = ledger;
    this.tracer = tracer;
  }

  Ledger ledger() {
    return ledger;
  }

  @Override
  public boolean accept(Match match) {
    RuleInfo rule = rules.get(match.getRule().getName());
    List<Object> matched = match.getObjects();
    List<Object> gathered = rule.gathers() ? GatheredFacts.of(match) : List.of();
    if (gathered.isEmpty()) {
      ledger.fires(rule, matched, matched);
    } else {
      List<Object> counted = joined(matched, GatheredFacts.counted(match));
      ledger.fires(rule, joined(matched, gathered), counted);
    }
    if (tracer != null) {
      tracer.fires(rule, match);
    }
    return true;
  }

  private static List<Object> joined(List<Object> matched, List<Object> gathered) {
    List<Object> all = new ArrayList<>(matched);
    all.addAll(gathered);
    return all;
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    boolean derived = ledger.lastRule() != null; // else it is a fact of the record
    if (derived) {
      ledger.inserts(event.getObject());
    }
    if (derived && tracer != null) {
      tracer.inserts(event.getObject());
    }
  }

  @Override
  public Conclusion give(String code, Subject subject) {
    Conclusion conclusion = ledger.give(code, subject);
    if (tracer != null) {
      tracer.gives(conclusion);
    }
    return conclusion;
  }
}
