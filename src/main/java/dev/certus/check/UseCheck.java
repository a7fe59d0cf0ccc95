package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.GiveSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.Pack;
import dev.certus.pack.Term;
import dev.certus.problem.Problem;
import dev.certus.yaml.Yaml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a pack has that no rule uses, and rules that do not say what they are. */
final class UseCheck {

  private final DrlTree drl;
  private final Pack pack;
  private final List<Problem> problems = new ArrayList<>();

  UseCheck(DrlTree drl, Pack pack) {
    this.drl = drl;
    this.pack = pack;
  }

  List<Problem> problems() {
    Map<String, RuleSource> names = new HashMap<>();
    for (RuleSource rule : drl.rules()) {
      duplicate(rule, names);
      clause(rule);
      codes(rule);
    }
    List<String> terms = pack.terms().all().stream().map(Term::name).toList();
    Set<String> quoted =
        drl.expressions()
            .map(Expression::literalText)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    unused("terms.yaml", "term", terms, quoted);
    unused("clauses.yaml", "clause", pack.clauses().keySet(), listed("clause"));
    unused("readings.yaml", "reading", pack.readings().keySet(), listed("readings"));
    for (String code : pack.decisions().keySet()) {
      if (!quoted.contains(code)) {
        problems.add(
            new Problem(
                "unused-decision",
                drl.files().yaml("pack.yaml").map().get("decisions").keyAt(code),
                "no rule gives the decision `%s`".formatted(code),
                "write the rule that gives it, or remove it"));
      }
    }
    phases();
    return problems;
  }

  private void phases() {
    Set<String> used = drl.rules().stream().map(RuleSource::phase).collect(Collectors.toSet());
    for (Yaml phase : drl.files().yaml("pack.yaml").map().get("phases").list()) {
      if (!used.contains(phase.text())) {
        problems.add(
            new Problem(
                "unused-phase",
                phase.at(),
                "no rule runs in the phase `%s`".formatted(phase.text()),
                "name it in the @phase of a rule, or remove it"));
      }
    }
  }

  private void duplicate(RuleSource rule, Map<String, RuleSource> names) {
    RuleSource first = names.putIfAbsent(rule.name(), rule);
    if (first != null) {
      add(
          "duplicate-rule",
          rule.nameAt(),
          "a rule of this name is at %s already".formatted(first.nameAt().at(drl.files())),
          "say in the name what is different about it");
    }
  }

  private void clause(RuleSource rule) {
    if (!rule.gives().isEmpty() && rule.ids("clause").isEmpty()) {
      add(
          "rule-without-clause",
          rule.nameAt(),
          "this rule decides, but does not say by which clause",
          "add @clause( \"…\" ) with an id of clauses.yaml");
    }
  }

  private void codes(RuleSource rule) {
    rule.gives().stream()
        .filter(GiveSource::isCodeDerived)
        .forEach(
            give ->
                add(
                    "open-decision",
                    give.code().span(),
                    "the code of this decision is not written here: `%s`"
                        .formatted(give.code().text()),
                    "write a code of pack.yaml, or a choice between two"));
  }

  private void add(String code, Span at, String message, String help) {
    problems.add(new Problem(code, at.at(drl.files()), message, help));
  }

  private Set<String> listed(String annotation) {
    return drl.rules().stream()
        .flatMap(rule -> rule.ids(annotation).stream())
        .collect(Collectors.toSet());
  }

  private void unused(String file, String what, Collection<String> ids, Set<String> used) {
    for (String id : ids) {
      if (!used.contains(id)) {
        problems.add(
            new Problem(
                "unused-" + what,
                drl.files().yaml(file).keyAt(id),
                "no rule uses the %s `%s`".formatted(what, id),
                "write the rule that needs it, or remove it"));
      }
    }
  }
}
