package dev.certus.gate;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.GiveSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.Pack;
import dev.certus.pack.Term;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Compares the names that rules use with those that the pack has, or that certus gives. */
final class NameCheck {

  private final DrlTree drl;
  private final List<Problem> problems = new ArrayList<>();

  NameCheck(DrlTree drl) {
    this.drl = drl;
  }

  /** A problem for each name in a rule that the pack lacks. */
  List<Problem> problems(Pack pack) {
    List<String> terms = pack.terms().all().stream().map(Term::name).toList();
    for (RuleSource rule : drl.rules()) {
      if (rule.phaseAt() == null) {
        withoutPhase(rule, pack);
      }
      known("phase", Stream.ofNullable(rule.phaseAt()), pack.phases());
      known("clause", rule.listed("clause").stream(), pack.clauses().keySet());
      known("reading", rule.listed("readings").stream(), pack.readings().keySet());
      known("decision", codes(rule), pack.decisions().keySet());
    }
    known("term", drl.expressions().flatMap(NameCheck::term), terms);
    return problems;
  }

  private static Stream<Span> codes(RuleSource rule) {
    return rule.gives().stream()
        .map(GiveSource::codes)
        .flatMap(List::stream)
        .map(Expression::inside);
  }

  private static Stream<Span> term(Expression expression) {
    return expression instanceof Call call && call.isOf("terms")
        ? call.arguments().stream()
            .limit(1)
            .filter(a -> a.literalText() != null)
            .map(Expression::inside)
        : Stream.of();
  }

  private void withoutPhase(RuleSource rule, Pack pack) {
    problems.add(
        new Problem(
            "unknown-phase",
            rule.nameAt().at(drl.files()),
            "this rule does not say in which phase it runs",
            "add @phase( \"…\" ) with one of " + String.join(", ", pack.phases())));
  }

  private void known(String what, Stream<Span> names, Collection<String> known) {
    names.filter(name -> !known.contains(name.text())).forEach(name -> unknown(what, name, known));
  }

  private void unknown(String what, Span name, Collection<String> known) {
    problems.add(
        new Problem(
            "unknown-" + what,
            name.at(drl.files()),
            "the pack has no %s `%s`".formatted(what, name.text()),
            DidYouMean.oneOf(name.text(), known)));
  }
}
