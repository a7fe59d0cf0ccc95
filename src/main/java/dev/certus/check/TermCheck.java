package dev.certus.check;

import dev.certus.pack.Exam;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.pack.Term;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether terms have a value for every day and level that can be asked for. */
final class TermCheck {

  private final PackFiles files;
  private final Pack pack;
  private final List<Problem> problems = new ArrayList<>();

  TermCheck(PackFiles files, Pack pack) {
    this.files = files;
    this.pack = pack;
  }

  List<Problem> problems() {
    Set<String> levels =
        pack.catalogue().exams().stream()
            .map(Exam::level)
            .collect(Collectors.toCollection(TreeSet::new));
    for (Term term : pack.terms().all()) {
      gap(term);
      term.values().forEach(value -> keys(term, value, levels));
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

  private void keys(Term term, Term.Value value, Set<String> levels) {
    if (value.amounts().keySet().stream().noneMatch(levels::contains)) {
      return; // it is not by level
    }
    Set<String> missing = new TreeSet<>(levels);
    missing.removeAll(value.amounts().keySet());
    if (!missing.isEmpty()) {
      problems.add(
          new Problem(
              "term-without-level",
              at(term),
              "term `%s` has no value for level %s, which the catalogue has"
                  .formatted(term.name(), String.join(", ", missing)),
              "add the number"));
    }
  }

  private Location at(Term term) {
    return files.yaml("terms.yaml").keyAt(term.name());
  }
}
