package dev.certus.explain;

import dev.certus.drl.RuleSource;
import dev.certus.engine.Trace;
import dev.certus.engine.Trace.Firing;
import dev.certus.explain.ProbeBook.Probe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far a record came in some rules. */
final class Probes {

  private final ProbeBook book;
  private final Map<Probe, List<Firing>> matches = new HashMap<>();
  private final Explainer explainer;

  /** What came of trying the rules of {@code book} on a record. */
  Probes(ProbeBook book, Trace trace) {
    this.book = book;
    this.explainer = new Explainer(book.book(), trace);
    for (Firing firing : trace.firings()) {
      Probe probe = book.probes().get(firing.rule().name());
      if (probe != null) {
        matches.computeIfAbsent(probe, p -> new ArrayList<>()).add(firing);
      }
    }
  }

  /** Whether a rule was tried. */
  boolean have(RuleSource rule) {
    return book.steps().containsKey(rule.name());
  }

  /** The steps of a rule that was tried. */
  List<Step> steps(RuleSource rule) {
    return book.steps().get(rule.name());
  }

  /** The matches of a rule up to and including a step. */
  List<Firing> reaching(RuleSource rule, int step) {
    return matches.getOrDefault(new Probe(rule.name(), step, false), List.of());
  }

  /** The matches of a rule up to a step that asks for an absence, with the facts in its way. */
  List<Firing> against(RuleSource rule, int step) {
    return matches.getOrDefault(new Probe(rule.name(), step, true), List.of());
  }

  /** Explains the facts of these matches. */
  Explainer explainer() {
    return explainer;
  }
}
