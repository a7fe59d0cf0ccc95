package dev.certus.explain;

import dev.certus.decision.Subject;
import dev.certus.time.Moment;
import java.util.List;

/**
 * Why a decision was not given.
 *
 * @param code the decision's code
 * @param subject what it would be about, or null where no rule came so far
 * @param rules the rules that could give it, the nearest first, and the others in brief
 * @param earliest when it would first be given if nothing but time passed, or null if never
 * @param after whether that is not at the instant but right after it
 */
public record Refusal(
    String code, Subject subject, List<NearMiss> rules, Moment earliest, boolean after) {

  /** The same, with the time from which on it is one no more. */
  Refusal from(Moment moment, boolean rightAfter) {
    return new Refusal(code, subject, rules, moment, rightAfter);
  }
}
