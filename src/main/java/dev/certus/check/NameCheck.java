package dev.certus.check;

import dev.certus.drl.RuleSource;
import dev.certus.policy.DidYouMean;
import dev.certus.policy.Pack;
import dev.certus.policy.Problem;
import dev.certus.policy.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds the names that rules and files give each other against one another. */
final class NameCheck {

  private static final Pattern TERM = Pattern.compile("\\bterms\\s*\\.\\s*\\w+\\(\\s*\"([^\"]*)\"");
  private static final Pattern CODE =
      Pattern.compile("\\bdecisions\\s*\\.\\s*give\\(\\s*\"([^\"]*)\"");
  private static final Pattern GIVES = Pattern.compile("\\bdecisions\\s*\\.\\s*give\\(");

  private final Source source;
  private final Pack pack;
  private final List<Problem> problems = new ArrayList<>();

  NameCheck(Source source, Pack pack) {
    this.source = source;
    this.pack = pack;
  }

  List<Problem> problems() {
    List<String> terms = pack.terms().all().stream().map(Term::name).toList();
    Set<String> clauses = new HashSet<>();
    Set<String> readings = new HashSet<>();
    Map<String, RuleSource> names = new HashMap<>();
    for (RuleSource rule : source.rules()) {
      duplicate(rule, names);
      known(rule, "phase", List.of(rule.phase()), pack.phases());
      known(rule, "term", found(rule, TERM), terms);
      known(rule, "decision", found(rule, CODE), pack.decisions().keySet());
      clauses.addAll(clause(rule));
      readings.addAll(
          known(
              rule, "reading", ids(rule.annotations().get("readings")), pack.readings().keySet()));
    }
    Set<String> quoted =
        source
            .quoted()
            .map(text -> text.substring(1, text.length() - 1))
            .collect(Collectors.toSet());
    unused("terms.yaml", "term", terms, quoted::contains);
    unused("clauses.yaml", "clause", pack.clauses().keySet(), clauses::contains);
    unused("readings.yaml", "reading", pack.readings().keySet(), readings::contains);
    unusedDecisions(quoted);
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

  private List<String> clause(RuleSource rule) {
    String clause = rule.annotations().get("clause");
    if (clause != null) {
      return known(rule, "clause", List.of(clause), pack.clauses().keySet());
    }
    if (GIVES.matcher(rule.consequence().text()).find()) {
      problems.add(
          source.problem(
              "rule-without-clause",
              rule.nameAt(),
              "this rule decides, but does not say by which clause",
              "add @clause( \"…\" ) with an id of clauses.yaml"));
    }
    return List.of();
  }

  /** The ids; each that is not known is a problem. */
  private List<String> known(
      RuleSource rule, String what, List<String> ids, Collection<String> known) {
    for (String id : ids) {
      if (!known.contains(id)) {
        problems.add(
            source.problem(
                "unknown-" + what,
                rule.find(Pattern.compile("(?<=\")[^\"]*\\b" + Pattern.quote(id) + "\\b")),
                "the pack has no %s `%s`".formatted(what, id),
                DidYouMean.oneOf(id, known)));
      }
    }
    return ids;
  }

  private static List<String> found(RuleSource rule, Pattern pattern) {
    Function<MatchResult, String> id = match -> match.group(1);
    return pattern.matcher(Source.code(rule)).results().map(id).toList();
  }

  private static List<String> ids(String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
  }

  private void unused(String file, String what, Collection<String> ids, Predicate<String> used) {
    for (String id : ids) {
      if (!used.test(id)) {
        problems.add(
            new Problem(
                "unused-" + what,
                source.files().yaml(file).keyAt(id),
                "no rule uses the %s `%s`".formatted(what, id),
                "write the rule that needs it, or remove it"));
      }
    }
  }

  private void unusedDecisions(Set<String> quoted) {
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
  }
}
