package dev.certus.gate;

import dev.certus.drl.DrlTree;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reports rules whose answer would depend on the order in which rules fire. */
final class PhaseCheck {

  private final DrlTree drl;
  private final List<String> phases;
  private final List<Problem> problems = new ArrayList<>();

  PhaseCheck(DrlTree drl, List<String> phases) {
    this.drl = drl;
    this.phases = phases;
  }

  List<Problem> problems() {
    for (RuleSource rule : drl.rules()) {
      int phase = phases.indexOf(rule.phase());
      for (PatternSource pattern : rule.patterns()) {
        for (RuleSource deriving : drl.deriving(pattern.type())) {
          compare(pattern, phase, deriving, phases.indexOf(deriving.phase()));
        }
      }
    }
    return problems;
  }

  private void compare(PatternSource pattern, int phase, RuleSource deriving, int derived) {
    if (phase < 0 || derived < 0) {
      return; // NameCheck reports unknown phases
    }
    if (pattern.needsAll() && derived >= phase) {
      add(
          "unstratified",
          pattern,
          "rule `%s` of phase `%s` may still derive a `%s`, so the answer depends on which rule"
                  .formatted(deriving.name(), deriving.phase(), pattern.type())
              + " fires first",
          "ask in a later phase, or derive in an earlier one");
    } else if (derived > phase) {
      add(
          "comes-too-late",
          pattern,
          "rule `%s` derives a `%s` only in phase `%s`, after this rule has run"
              .formatted(deriving.name(), pattern.type(), deriving.phase()),
          "move this rule to a later phase, or that one to an earlier one");
    }
  }

  private void add(String code, PatternSource pattern, String message, String help) {
    problems.add(new Problem(code, pattern.whole().at(drl.files()), message, help));
  }
}
