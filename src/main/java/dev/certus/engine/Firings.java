package dev.certus.engine;

import dev.certus.rulebook.RuleInfo;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts how often each rule fires. Thread-safe. */
final class Firings {

  private final IdentityHashMap<RuleInfo, LongAdder> counts =
      new IdentityHashMap<>(); // filled once

  Firings(Collection<RuleInfo> rules) {
    rules.forEach(rule -> counts.put(rule, new LongAdder()));
  }

  /** Counts rules that have fired. */
  void count(List<RuleInfo> fired) {
    for (RuleInfo rule : fired) {
      counts.get(rule).increment();
    }
  }

  /** How often each rule has fired, by its name; 0 included. */
  SortedMap<String, Long> byRule() {
    SortedMap<String, Long> byRule = new TreeMap<>();
    counts.forEach((rule, count) -> byRule.put(rule.name(), count.sum()));
    return byRule;
  }
}
