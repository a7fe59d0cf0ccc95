package dev.certus.check;

import dev.certus.drl.RuleSource;
import dev.certus.policy.Pack;
import dev.certus.policy.Problem;
import dev.certus.policy.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a pack has that no rule uses, and rules that do not say what they are. */
final class UseCheck {

  private static final Pattern GIVES = Pattern.compile("\\bdecisions\\s*\\.\\s*give\\(");

  private final Source source;
  private final Pack pack;
  private final List<Problem> problems = new ArrayList<>();

  UseCheck(Source source, Pack pack) {
    this.source = source;
    this.pack = pack;
  }

  List<Problem> problems() {
    Map<String, RuleSource> names = new HashMap<>();
    for (RuleSource rule : source.rules()) {
      duplicate(rule, names);
      clause(rule);
    }
    List<String> terms = pack.terms().all().stream().map(Term::name).toList();
    Set<String> quoted = source.quoted().collect(Collectors.toSet());
    unused("terms.yaml", "term", terms, quoted);
    unused("clauses.yaml", "clause", pack.clauses().keySet(), listed("clause"));
    unused("readings.yaml", "reading", pack.readings().keySet(), listed("readings"));
    for (String code : pack.decisions().keySet()) {
      if (!quoted.contains(code)) {
        problems.add(
            new Problem(
                "unused-decision",
                source.files().yaml("pack.yaml").map().get("decisions").keyAt(code),
                "no rule gives the decision `%s`".formatted(code),
                "write the rule that gives it, or remove it"));
      }
    }
    return problems;
  }

  private void duplicate(RuleSource rule, Map<String, RuleSource> names) {
    RuleSource first = names.putIfAbsent(rule.name(), rule);
    if (first != null) {
      problems.add(
          source.problem(
              "duplicate-rule",
              rule.nameAt(),
              "a rule of this name stands at %s already"
                  .formatted(first.nameAt().at(source.files())),
              "say in the name what is different about it"));
    }
  }

  private void clause(RuleSource rule) {
    boolean decides = GIVES.matcher(rule.consequence().text()).find();
    if (decides && rule.listed("clause").isEmpty()) {
      problems.add(
          source.problem(
              "rule-without-clause",
              rule.nameAt(),
              "this rule decides, but does not say by which clause",
              "add @clause( \"…\" ) with an id of clauses.yaml"));
    }
  }

  private Set<String> listed(String annotation) {
    return source.rules().stream()
        .flatMap(rule -> rule.listed(annotation).stream())
        .collect(Collectors.toSet());
  }

  private void unused(String file, String what, Collection<String> ids, Set<String> used) {
    for (String id : ids) {
      if (!used.contains(id)) {
        problems.add(
            new Problem(
                "unused-" + what,
                source.files().yaml(file).keyAt(id),
                "no rule uses the %s `%s`".formatted(what, id),
                "write the rule that needs it, or remove it"));
      }
    }
  }
}
