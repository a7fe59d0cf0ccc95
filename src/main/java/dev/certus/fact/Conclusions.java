package dev.certus.fact;

import dev.certus.decision.Subject;

/** Takes the conclusions of rules. */
public interface Conclusions {

  /**
   * Concludes {@code code} of {@code subject}; the rule then says when and why on what it is given
   * back.
   */
  Conclusion give(String code, Subject subject);
}
