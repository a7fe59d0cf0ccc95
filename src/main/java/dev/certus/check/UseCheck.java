package dev.certus.check;

import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.drl.TypeSource;
import dev.certus.pack.Pack;
import dev.certus.pack.Term;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problem;
import dev.certus.yaml.Yaml;
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

  private static final List<String> OF_RULES = List.of("clause", "readings", "phase");
  private static final List<String> OF_TYPES = List.of("says");

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
      annotations(rule.whole(), rule.annotations().keySet(), OF_RULES);
    }
    for (TypeSource type : source.drl().types()) {
      annotations(type.whole(), type.annotations(), OF_TYPES);
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
    phases();
    return problems;
  }

  private void phases() {
    Set<String> used = source.rules().stream().map(RuleSource::phase).collect(Collectors.toSet());
    for (Yaml phase : source.files().yaml("pack.yaml").map().get("phases").list()) {
      if (!used.contains(phase.text())) {
        problems.add(
            new Problem(
                "unused-phase",
                phase.at(),
                "no rule runs in the phase `%s`".formatted(phase.text()),
                "name it in the `@phase` of a rule, or remove it"));
      }
    }
  }

  private void annotations(Span owner, Collection<String> has, List<String> known) {
    for (String name : has) {
      if (!known.contains(name)) {
        owner.named(Pattern.compile("@(%s)\\b".formatted(Pattern.quote(name)))).stream()
            .findFirst()
            .ifPresent(
                at ->
                    problems.add(
                        source.problem(
                            "unknown-annotation",
                            at,
                            "`@%s` has no meaning here".formatted(name),
                            DidYouMean.oneOf(name, known))));
      }
    }
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
