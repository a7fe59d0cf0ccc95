package dev.certus.pack;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problems;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the terms of a pack. */
final class TermReader {

  private final Set<String> clauses;

  /** A reader for terms of these clauses; null where they are not known. */
  TermReader(Set<String> clauses) {
    this.clauses = clauses;
  }

  Collection<Term> read(Yaml file) {
    List<Term> terms = new ArrayList<>();
    Problems problems = new Problems();
    file.map().forEach((name, value) -> problems.attempt(() -> terms.add(term(name, value)), null));
    problems.raise();
    return terms;
  }

  private Term term(String name, Yaml yaml) {
    Fields fields = new Fields(yaml);
    Unit unit = fields.oneOf("unit", List.of(Unit.values()), Unit::toString);
    Term term =
        new Term(
            name,
            fields.text("description"),
            unit,
            unit == Unit.MONEY ? fields.text("currency") : null,
            clause(fields.required("clause")),
            fields.text("reference"),
            keys(fields.optional("keys")),
            values(fields.required("values"), unit),
            yaml.at());
    fields.done();
    return term;
  }

  private String clause(Yaml id) {
    if (clauses != null && !clauses.contains(id.text())) {
      throw id.problem(
          "the pack has no clause `%s`".formatted(id.text()), DidYouMean.oneOf(id.text(), clauses));
    }
    return id.text();
  }

  /** The values, which the file lists from the earliest on, with the latest first. */
  private static List<Term.Value> values(Yaml yaml, Unit unit) {
    DatedList<Term.Value> values = new DatedList<>();
    for (Yaml item : yaml.list()) {
      Fields fields = new Fields(item);
      Dates dates = Dates.of(fields);
      values.add(
          item,
          dates,
          new Term.Value(dates.from(), dates.until(), amounts(fields.required("value"), unit)));
      fields.done();
    }
    List<Term.Value> latestFirst =
        new ArrayList<>(values.versions(yaml, "a term has at least one value", "add `- value: …`"));
    Collections.reverse(latestFirst);
    return latestFirst;
  }

  private static Map<String, BigDecimal> amounts(Yaml yaml, Unit unit) {
    Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    if (yaml.isMap()) {
      yaml.map().forEach((key, value) -> amounts.put(key, amount(value, unit)));
    } else {
      amounts.put(Term.ANY, amount(yaml, unit));
    }
    return amounts;
  }

  private static BigDecimal amount(Yaml yaml, Unit unit) {
    if (!yaml.text().equals(Term.NEVER_WORD)) {
      return unit.amount(yaml);
    }
    if (!unit.isCalendar() && !unit.isElapsed()) {
      throw yaml.problem(
          "only a period can last for ever; %s cannot".formatted(unit), "write a number");
    }
    return Term.NEVER;
  }

  /** What the keys are: a word, or a list of them. */
  private static TermKeys keys(Yaml yaml) {
    if (yaml == null) {
      return null;
    }
    return yaml.isList()
        ? new TermKeys("", yaml.list().stream().map(Yaml::text).toList())
        : new TermKeys(yaml.text(), List.of());
  }
}
