package dev.certus.check;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.DrlTree;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.drl.TypeSource;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Facts that nothing uses, and patterns that nothing can match. */
final class FactCheck {

  private final DrlTree drl;
  private final List<Problem> problems = new ArrayList<>();

  FactCheck(DrlTree drl) {
    this.drl = drl;
  }

  List<Problem> problems() {
    drl.types().forEach(this::use);
    for (RuleSource rule : drl.rules()) {
      for (PatternSource pattern : rule.patterns()) {
        origin(pattern);
        contradiction(pattern);
      }
    }
    return problems;
  }

  private void use(TypeSource type) {
    boolean matched =
        drl.rules().stream()
            .flatMap(rule -> rule.patterns().stream())
            .anyMatch(
                pattern ->
                    drl.withParents(type.name()).stream()
                        .anyMatch(t -> t.name().equals(pattern.type())));
    boolean extended = drl.types().stream().anyMatch(t -> type.name().equals(t.parent()));
    if (!matched && !extended) {
      add(
          "unused-fact",
          type.at(),
          "no rule asks for a `%s`".formatted(type.name()),
          "write the rule that needs it, or remove the type and the rules that insert it");
    }
  }

  private void origin(PatternSource pattern) {
    if (drl.type(pattern.type()) != null && drl.deriving(pattern.type()).isEmpty()) {
      add(
          "never-matches",
          pattern.whole(),
          "no rule inserts a `%s`, so nothing can match".formatted(pattern.type()),
          "write the rule that derives it, or remove the pattern");
    }
  }

  /** Two conditions of one pattern that no fact can meet together. */
  private void contradiction(PatternSource pattern) {
    List<Demand> before = new ArrayList<>();
    for (ConditionSource condition : pattern.conditions()) {
      for (Demand one : Demand.all(condition).toList()) {
        if (before.stream().anyMatch(one::contradicts)) {
          add(
              "never-matches",
              condition.span(),
              "no `%s` meets both this and an earlier condition on `%s`"
                  .formatted(pattern.type(), one.left()),
              "drop one of the two, or join them with ||");
        }
        before.add(one);
      }
    }
  }

  private void add(String code, Span at, String message, String help) {
    problems.add(new Problem(code, at.at(drl.files()), message, help));
  }
}
