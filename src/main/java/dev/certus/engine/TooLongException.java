package dev.certus.engine;

import java.util.List;

/** The rules took longer for a candidate than they may. */
public final class TooLongException extends DecisionException {
  private static final long serialVersionUID = 1L;

  TooLongException(String rule, int seconds, Throwable cause) {
    super(
        rule,
        List.of(),
        "the rules took longer than %,d %s; tried last: rule `%s`"
            .formatted(seconds, seconds == 1 ? "second" : "seconds", rule),
        cause);
  }
}
