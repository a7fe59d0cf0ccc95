package dev.certus.engine;

import dev.certus.decision.Decisions;
import dev.certus.engine.Trace.Firing;
import dev.certus.engine.Trace.TermUse;
import dev.certus.policy.Terms;
import dev.certus.rules.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes notes while one candidate is decided. */
final class Tracer {

  private final List<Firing> firings = new ArrayList<>();
  private final Set<TermUse> uses = new LinkedHashSet<>();

  void fires(RuleInfo rule, List<Object> grounds) {
    firings.add(new Firing(rule, List.copyOf(grounds), new ArrayList<>()));
  }

  void inserts(Object fact) {
    firings.get(firings.size() - 1).derived().add(fact);
  }

  Terms watch(Terms terms) {
    return terms.observed((term, result) -> uses.add(new TermUse(term.name(), result)));
  }

  Trace trace(Decisions decisions) {
    return new Trace(decisions, List.copyOf(firings), List.copyOf(uses));
  }
}
