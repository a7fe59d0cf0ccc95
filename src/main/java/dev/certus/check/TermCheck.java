package dev.certus.check;

import dev.certus.pack.Exam;
import dev.certus.pack.Pack;
import dev.certus.pack.Term;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether terms have a value for every day and level that can be asked for. */
final class TermCheck {

  private static final Pattern BETA = Pattern.compile("\\b(?:beta|isBeta)\\b");

  private final Source source;
  private final Pack pack;
  private final List<Problem> problems = new ArrayList<>();

  TermCheck(Source source, Pack pack) {
    this.source = source;
    this.pack = pack;
  }

  List<Problem> problems() {
    for (Term term : pack.terms().all()) {
      gap(term);
      term.values().forEach(value -> levels(term, value));
    }
    return problems;
  }

  private void gap(Term term) {
    Term.Value first = term.values().get(term.values().size() - 1);
    if (first.from() != null) {
      problems.add(
          new Problem(
              "term-gap",
              at(term),
              "term `%s` has no value before %s".formatted(term.name(), first.from()),
              "begin with a value without `from`, for all that came before"));
    }
  }

  /**
   * A term by level needs a number for each level of the catalogue. Where every rule that names the
   * term asks whether the exam is a beta, the levels of the betas, or of the other exams, do.
   */
  private void levels(Term term, Term.Value value) {
    Set<String> keys = value.amounts().keySet();
    Set<String> all = levels(exam -> true);
    if (Collections.disjoint(all, keys)) {
      return; // it is not by level
    }
    Stream<Set<String>> enough =
        distinguishesBetas(term)
            ? Stream.of(levels(exam -> !exam.isBeta()), levels(Exam::isBeta))
            : Stream.of(all);
    enough
        .filter(levels -> !levels.isEmpty())
        .map(levels -> missing(levels, keys))
        .min(Comparator.comparing(Set::size))
        .filter(missing -> !missing.isEmpty())
        .ifPresent(missing -> problems.add(problem(term, missing)));
  }

  private boolean distinguishesBetas(Term term) {
    return source.rules().stream()
        .filter(rule -> rule.whole().text().contains('"' + term.name() + '"'))
        .allMatch(
            rule ->
                rule.patterns().stream()
                    .flatMap(pattern -> pattern.conditions().stream())
                    .anyMatch(condition -> BETA.matcher(condition.expression()).find()));
  }

  /** The levels of some of the catalogue's exams. */
  private Set<String> levels(Predicate<Exam> exams) {
    return pack.catalogue().exams().stream()
        .filter(exams)
        .map(Exam::level)
        .collect(Collectors.toSet());
  }

  private static Set<String> missing(Set<String> levels, Set<String> keys) {
    Set<String> missing = new TreeSet<>(levels);
    missing.removeAll(keys);
    return missing;
  }

  private Problem problem(Term term, Set<String> missing) {
    return new Problem(
        "term-without-level",
        at(term),
        "term `%s` has no value for level %s, which the catalogue has"
            .formatted(term.name(), String.join(", ", missing)),
        "add the number; only a term of rules that ask for `beta` may do without");
  }

  private Location at(Term term) {
    return source.files().yaml("terms.yaml").keyAt(term.name());
  }
}
