package dev.certus.explain;

import dev.certus.drl.RuleSource;
import dev.certus.engine.SessionEngine;
import dev.certus.engine.Trace;
import dev.certus.pack.PackFiles;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pack with each step of some rules as a rule of its own, which does nothing but match; so it is
 * Drools that says which step fails, and on which facts.
 *
 * @param book the pack and these rules
 * @param steps the steps of each rule by its name
 * @param probes which step each rule of these stands for, by that rule's name
 */
record ProbeBook(RuleBook book, Map<String, List<Step>> steps, Map<String, Probe> probes) {

  /**
   * A step of a rule.
   *
   * @param rule the rule's name
   * @param step the step's place
   * @param contrary whether it stands for what is in the way of the step
   */
  record Probe(String rule, int step, boolean contrary) {}

  /** A pack with the steps of some of its rules. */
  static ProbeBook of(RuleBook book, Collection<RuleSource> rules) {
    Map<String, List<Step>> steps = new LinkedHashMap<>();
    Map<String, Probe> probes = new LinkedHashMap<>();
    SortedMap<String, String> texts = new TreeMap<>(book.files().texts());
    for (RuleSource rule : rules) {
      List<Step> all = Step.of(rule);
      steps.put(rule.name(), all);
      for (int i = 0; i < all.size(); i++) {
        add(texts, probes, rule, new Probe(rule.name(), i, false), all.get(i).code());
        if (all.get(i).contrary() != null) {
          add(texts, probes, rule, new Probe(rule.name(), i, true), all.get(i).contrary());
        }
      }
    }
    PackFiles files = new PackFiles(book.files().folder(), texts);
    return new ProbeBook(book.changed(files), steps, probes);
  }

  private static void add(
      Map<String, String> texts,
      Map<String, Probe> probes,
      RuleSource rule,
      Probe probe,
      String code) {
    String name = "probe " + probes.size();
    probes.put(name, probe);
    String phase = rule.phase().isEmpty() ? "" : "@phase( \"" + rule.phase() + "\" )";
    String drl = "\nrule \"%s\" %s%nwhen%n%s%nthen%nend%n".formatted(name, phase, code);
    texts.merge(rule.whole().file(), drl, String::concat);
  }

  /** Tries the rules on a record. */
  Probes on(CandidateRecord record, Instant asOf) {
    try (SessionEngine engine = new SessionEngine(book)) {
      Trace trace = engine.trace(record, asOf);
      return new Probes(this, trace);
    }
  }
}
