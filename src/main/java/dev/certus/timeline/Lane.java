package dev.certus.timeline;

import dev.certus.decision.Subject;
import java.util.List;

/**
 * What is decided of one subject.
 *
 * @param subject the subject
 * @param spans its decisions, by when they begin
 */
public record Lane(Subject subject, List<DecisionSpan> spans) {

  /** Keeps an unmodifiable copy of the list. */
  public Lane {
    spans = List.copyOf(spans);
  }
}
