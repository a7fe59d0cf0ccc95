package dev.certus.engine;

import dev.certus.rulebook.RuleInfo;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts how often each rule fires. Thread-safe. */
final class Firings {

  private final Collection<RuleInfo> rules;
  private final Queue<Counter> counters = new ConcurrentLinkedQueue<>();

  Firings(Collection<RuleInfo> rules) {
    this.rules = rules;
  }

  /** A counter of its own for a worker, so that threads do not wait for each other. */
  Counter counter() {
    Counter counter = new Counter(rules.size());
    counters.add(counter);
    return counter;
  }

  /** How often each rule has fired, by its name; 0 included. */
  SortedMap<String, Long> byRule() {
    SortedMap<String, Long> byRule = new TreeMap<>();
    for (RuleInfo rule : rules) {
      long sum = counters.stream().mapToLong(counter -> counter.counts.get(rule.number())).sum();
      byRule.put(rule.name(), sum);
    }
    return byRule;
  }

  /** Counts for one worker. Used by one thread at a time. */
  static final class Counter {

    private final AtomicLongArray counts; // by the rules' numbers

    private Counter(int rules) {
      this.counts = new AtomicLongArray(rules);
    }

    /** Counts rules that have fired. */
    void count(List<RuleInfo> fired) {
      for (RuleInfo rule : fired) {
        int number = rule.number();
        counts.setOpaque(number, counts.getOpaque(number) + 1);
      }
    }
  }
}
