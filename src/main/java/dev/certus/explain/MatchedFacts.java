package dev.certus.explain;

import dev.certus.drl.Element;
import dev.certus.drl.Element.Kind;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import dev.certus.engine.Trace.Firing;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Optional;

/** The facts that the patterns of a rule matched in one of its firings. */
final class MatchedFacts {

  private final Firing firing;
  private final IdentityHashMap<PatternSource, Object> byPattern = new IdentityHashMap<>();

  MatchedFacts(RuleSource rule, Firing firing) {
    this.firing = firing;
    Iterator<Object> matched = firing.matched().iterator();
    for (Element element : rule.elements()) {
      boolean one = element.kind() == Kind.PATTERN || element.kind() == Kind.GATHERING;
      boolean none = element.kind() == Kind.NOT || element.kind() == Kind.EXISTS;
      if ((!one && !none) || !matched.hasNext()) {
        break; // what alternatives match cannot be seen by its place
      }
      if (one) {
        Object fact = matched.next();
        Optional.ofNullable(element.pattern()).ifPresent(p -> byPattern.put(p, fact));
      }
    }
  }

  /** The fact that a pattern matched, by its variable or by its place; empty if not known. */
  Optional<Object> of(PatternSource pattern) {
    Object bound = pattern.binding() == null ? null : firing.bindings().get(pattern.binding());
    return Optional.ofNullable(bound == null ? byPattern.get(pattern) : bound);
  }
}
