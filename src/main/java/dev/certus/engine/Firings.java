package dev.certus.engine;

import dev.certus.rulebook.RuleInfo;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts how often each rule fires. Thread-safe. */
final class Firings {

  private final Collection<RuleInfo> rules;
  private final AtomicLongArray counts; // by the rules' numbers

  Firings(Collection<RuleInfo> rules) {
    this.rules = rules;
    this.counts = new AtomicLongArray(rules.size());
  }

  /** Counts rules that have fired. */
  void count(List<RuleInfo> fired) {
    for (RuleInfo rule : fired) {
      counts.incrementAndGet(rule.number());
    }
  }

  /** How often each rule has fired, by its name; 0 included. */
  SortedMap<String, Long> byRule() {
    SortedMap<String, Long> byRule = new TreeMap<>();
    rules.forEach(rule -> byRule.put(rule.name(), counts.get(rule.number())));
    return byRule;
  }
}
