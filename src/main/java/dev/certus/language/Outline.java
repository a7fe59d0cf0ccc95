package dev.certus.language;

import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.Clause;
import dev.certus.pack.Pack;
import dev.certus.pack.Reading;
import dev.certus.pack.Term;
import dev.certus.problem.PackException;
import dev.certus.scenario.PackTexts;
import dev.certus.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pack by its clauses.
 *
 * @param pack the pack without its rules
 * @param entries an entry for each clause, in the order of clauses.yaml, then one for the rules
 *     that state none, if there are any
 */
public record Outline(Pack pack, List<Entry> entries) {

  /**
   * A clause with what the pack makes of it.
   *
   * @param clause the clause, or null
   * @param rules the rules that state it
   * @param terms the terms that it sets
   * @param readings the readings that its rules take
   */
  public record Entry(
      Clause clause, List<RulePlace> rules, List<Term> terms, List<Reading> readings) {}

  /**
   * A rule in its file.
   *
   * @param name its name
   * @param file its file
   * @param start the offset of its first character, comments above it included
   * @param end the offset after its last character
   */
  public record RulePlace(String name, String file, int start, int end) {}

  /**
   * A number in terms.yaml.
   *
   * @param term the term
   * @param from the first day of the value, as it is written; empty for always
   * @param key the key of the number, or an empty text
   * @param text the number as it is written
   * @param start the offset of its first character
   * @param end the offset after its last character
   */
  public record NumberPlace(
      String term, String from, String key, String text, int start, int end) {}

  static Outline of(Pack pack, DrlTree drl) {
    List<Entry> entries = new ArrayList<>();
    for (Clause clause : pack.clauses().values()) {
      entries.add(entry(pack, drl, clause));
    }
    Entry others = entry(pack, drl, null);
    if (!others.rules().isEmpty()) {
      entries.add(others);
    }
    return new Outline(pack, entries);
  }

  private static Entry entry(Pack pack, DrlTree drl, Clause clause) {
    String id = clause == null ? null : clause.id();
    List<RuleSource> rules =
        drl.rules().stream()
            .filter(
                rule ->
                    id == null
                        ? !pack.clauses().keySet().containsAll(rule.ids("clause"))
                            || rule.ids("clause").isEmpty()
                        : rule.ids("clause").contains(id))
            .toList();
    Set<String> readings = new TreeSet<>();
    rules.forEach(rule -> readings.addAll(rule.ids("readings")));
    return new Entry(
        clause,
        rules.stream().map(Outline::place).toList(),
        pack.terms().all().stream().filter(term -> term.clause().equals(id)).toList(),
        pack.readings().values().stream().filter(r -> readings.contains(r.id())).toList());
  }

  private static RulePlace place(RuleSource rule) {
    Span whole = rule.whole();
    int start = rule.comments().stream().mapToInt(Span::start).min().orElse(whole.start());
    return new RulePlace(rule.name(), whole.file(), Math.min(start, whole.start()), whole.end());
  }

  /** The numbers of terms.yaml, each at its place; none where the file cannot be read. */
  static List<NumberPlace> numbers(PackTexts texts) {
    List<NumberPlace> numbers = new ArrayList<>();
    String text = texts.files().texts().getOrDefault("terms.yaml", "");
    try {
      Yaml.parse("terms.yaml", text).map().forEach((term, yaml) -> add(numbers, term, yaml));
    } catch (PackException e) {
      // The check reports it.
    }
    return numbers;
  }

  private static void add(List<NumberPlace> numbers, String term, Yaml yaml) {
    Yaml values = yaml.isMap() ? yaml.map().get("values") : null;
    for (Yaml item : values == null ? List.<Yaml>of() : values.list()) {
      Map<String, Yaml> fields = item.map();
      Yaml value = fields.get("value");
      if (value == null) {
        continue;
      }
      String from = fields.containsKey("from") ? fields.get("from").text() : "";
      if (value.isMap()) {
        value.map().forEach((key, amount) -> numbers.add(number(term, from, key, amount)));
      } else {
        numbers.add(number(term, from, "", value));
      }
    }
  }

  private static NumberPlace number(String term, String from, String key, Yaml amount) {
    return new NumberPlace(term, from, key, amount.text(), amount.start(), amount.end());
  }
}
