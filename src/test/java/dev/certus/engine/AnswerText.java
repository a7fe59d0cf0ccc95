package dev.certus.engine;

import dev.certus.output.DecisionJson;
import java.util.stream.Collectors;

/** An answer to the letter, to compare. */
final class AnswerText {

  private AnswerText() {}

  /** The decisions as they are written and when they change, or why there are none. */
  static String of(Answer answer) {
    return answer instanceof Answer.Undecided undecided
        ? undecided.cause().getMessage()
        : answer.decisions().decisions().stream()
            .map(DecisionJson::text)
            .collect(Collectors.joining("\n", "", "\n" + answer.decisions().nextChangeAt()));
  }
}
