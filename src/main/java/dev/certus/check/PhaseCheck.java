package dev.certus.check;

import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import dev.certus.pack.Pack;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Whether no answer depends on the order in which rules fire. */
final class PhaseCheck {

  private final Source source;
  private final List<String> phases;
  private final List<Problem> problems = new ArrayList<>();

  PhaseCheck(Source source, Pack pack) {
    this.source = source;
    this.phases = pack.phases();
  }

  List<Problem> problems() {
    for (RuleSource rule : source.rules()) {
      int phase = phases.indexOf(rule.phase());
      for (PatternSource pattern : rule.patterns()) {
        for (RuleSource deriving : source.drl().deriving(pattern.type())) {
          compare(pattern, phase, deriving, phases.indexOf(deriving.phase()));
        }
      }
    }
    return problems;
  }

  private void compare(PatternSource pattern, int phase, RuleSource deriving, int derived) {
    if (phase < 0 || derived < 0) {
      return; // an unknown phase is told elsewhere
    }
    if (pattern.needsAll() && derived >= phase) {
      problems.add(
          source.problem(
              "unstratified",
              pattern.whole(),
              "rule `%s` of phase `%s` may still derive a `%s`, so the answer depends on which"
                      .formatted(deriving.name(), deriving.phase(), pattern.type())
                  + " rule fires first",
              "ask in a later phase, or derive in an earlier one"));
    } else if (derived > phase) {
      problems.add(
          source.problem(
              "comes-too-late",
              pattern.whole(),
              "rule `%s` derives a `%s` only in phase `%s`, after this rule has had its turn"
                  .formatted(deriving.name(), pattern.type(), deriving.phase()),
              "move this rule to a later phase, or that one to an earlier"));
    }
  }
}
