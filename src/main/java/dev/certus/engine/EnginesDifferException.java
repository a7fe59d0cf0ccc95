package dev.certus.engine;

import dev.certus.decision.DecisionDiff;
import dev.certus.record.CandidateRecord;
import java.util.ArrayList;
import java.util.List;

/** Two engines give a record different answers: one of them is wrong. */
public final class EnginesDifferException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * The engines differ on a record.
   *
   * @param plan the answer by the plan
   * @param session the answer by a session
   */
  EnginesDifferException(CandidateRecord record, Answer plan, Answer session) {
    super(
        "the engines differ on candidate `%s`: one of them is wrong, and nothing is complete%n%s%n  help: report it with the candidate's record and the pack; until then, decide by --engine session"
            .formatted(record.candidateId(), differences(plan, session)));
  }

  private static String differences(Answer plan, Answer session) {
    if (plan instanceof Answer.Undecided || session instanceof Answer.Undecided) {
      return "  by the plan: %s%n  in a session: %s".formatted(text(plan), text(session));
    }
    DecisionDiff diff =
        DecisionDiff.between(session.decisions().decisions(), plan.decisions().decisions());
    List<String> lines = new ArrayList<>();
    if (diff.isEmpty()) {
      lines.add("  next change by the plan: " + plan.decisions().nextChangeAt());
      lines.add("  next change in a session: " + session.decisions().nextChangeAt());
    }
    diff.added().forEach(one -> lines.add("  by the plan alone: " + one));
    diff.removed().forEach(one -> lines.add("  in a session alone: " + one));
    for (DecisionDiff.Change change : diff.changed()) {
      lines.add("  by the plan: " + change.after());
      lines.add("  in a session: " + change.before());
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String text(Answer answer) {
    return answer instanceof Answer.Undecided undecided
        ? undecided.cause().getMessage()
        : answer.decisions().decisions().size() + " decisions";
  }
}
