package dev.certus.engine;

import dev.certus.record.CandidateRecord;

/** Two engines give a record different answers: one of them is wrong. */
public final class EnginesDifferException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CandidateRecord record;

  /**
   * The engines differ on a record.
   *
   * @param plan the answer by the plan
   * @param session the answer by a session
   */
  EnginesDifferException(CandidateRecord record, Answer plan, Answer session) {
    super(
        "the engines differ on candidate `%s`%n  by the plan:  %s%n  by a session: %s"
            .formatted(record.candidateId(), text(plan), text(session)));
    this.record = record;
  }

  /** The record. */
  public CandidateRecord record() {
    return record;
  }

  private static String text(Answer answer) {
    return answer instanceof Answer.Undecided undecided
        ? undecided.cause().getMessage()
        : answer.decisions().decisions().toString();
  }
}
