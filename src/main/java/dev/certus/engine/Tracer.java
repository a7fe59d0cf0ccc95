package dev.certus.engine;

import dev.certus.decision.Decisions;
import dev.certus.engine.Trace.Firing;
import dev.certus.engine.Trace.TermUse;
import dev.certus.fact.Conclusion;
import dev.certus.pack.Terms;
import dev.certus.rulebook.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kie.api.runtime.rule.Match;

/** Takes notes while one candidate is decided. */
final class Tracer {

  private final List<Firing> firings = new ArrayList<>();
  private final Set<TermUse> uses = new LinkedHashSet<>();

  void fires(RuleInfo rule, Match match) {
    Map<String, Object> bindings = new LinkedHashMap<>();
    for (String name : match.getDeclarationIds()) {
      bindings.put(name, match.getDeclarationValue(name));
    }
    List<Object> matched = match.getObjects();
    List<Object> grounds = new ArrayList<>(matched);
    grounds.addAll(GatheredFacts.of(match));
    firings.add(new Firing(rule, matched, grounds, bindings, new ArrayList<>(), new ArrayList<>()));
  }

  void inserts(Object fact) {
    last().derived().add(fact);
  }

  void gives(Conclusion conclusion) {
    last().conclusions().add(conclusion);
  }

  private Firing last() {
    return firings.get(firings.size() - 1);
  }

  Terms watch(Terms terms) {
    return terms.observed((term, result) -> uses.add(new TermUse(term.name(), result)));
  }

  Trace trace(Decisions decisions) {
    return new Trace(decisions, List.copyOf(firings), List.copyOf(uses));
  }
}
