package dev.certus.check;

import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.pack.Term;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Terms that have no value for some day. */
final class TermCheck {

  private final PackFiles files;
  private final Pack pack;
  private final List<Problem> problems = new ArrayList<>();

  TermCheck(PackFiles files, Pack pack) {
    this.files = files;
    this.pack = pack;
  }

  List<Problem> problems() {
    pack.terms().all().forEach(this::gap);
    return problems;
  }

  private void gap(Term term) {
    Term.Value first = term.values().get(term.values().size() - 1);
    if (first.from() != null) {
      problems.add(
          new Problem(
              "term-gap",
              files.yaml("terms.yaml").keyAt(term.name()),
              "term `%s` has no value before %s".formatted(term.name(), first.from()),
              "begin with a value without `from`, for all that came before"));
    }
    Term.Value last = term.values().get(0);
    if (last.until() != null) {
      problems.add(
          new Problem(
              "term-gap",
              files.yaml("terms.yaml").keyAt(term.name()),
              "term `%s` has no value from %s on".formatted(term.name(), last.until()),
              "add a value from that day on, or remove `until`"));
    }
  }
}
