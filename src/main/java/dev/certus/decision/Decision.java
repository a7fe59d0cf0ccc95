package dev.certus.decision;

import dev.certus.time.Moment;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One answer about a candidate: what was decided of what, since when and until when, by which
 * clause and rule, on which facts and readings.
 *
 * <p>Decisions are ordered by subject kind, subject id, code and clause, each by Unicode code
 * point.
 *
 * @param code what was decided, as the pack names it: {@code retake-blocked}
 * @param subject what it is about
 * @param from the first moment it holds, or null where there is none
 * @param until the first moment it no longer holds, or null where it has no such end
 * @param through the last moment it holds, itself included, or null where the end is not such a one
 * @param clause the id of the policy clause
 * @param rule the name of the rule that decided
 * @param reason one or more English sentences
 * @param evidence ids of the record's facts that it rests on, in code point order
 * @param readings ids of the interpretations that it rests on, in their pack's order
 * @param details further values by name: {@code String}, {@code Number}, {@code Boolean}, {@code
 *     LocalDate}, {@link Moment}, or a {@code List} of maps of these
 */
public record Decision(
    String code,
    Subject subject,
    Moment from,
    Moment until,
    Moment through,
    String clause,
    String rule,
    String reason,
    List<String> evidence,
    List<String> readings,
    Map<String, Object> details)
    implements Comparable<Decision> {

  /** Keeps unmodifiable copies of the lists and the map. */
  public Decision {
    evidence = List.copyOf(evidence);
    readings = List.copyOf(readings);
    details = Details.copyOf(details);
  }

  @Override
  public int compareTo(Decision other) {
    int order = subject.compareTo(other.subject);
    if (order == 0) {
      order = CodePoints.compare(code, other.code);
    }
    return order == 0 ? CodePoints.compare(clause, other.clause) : order;
  }

  /**
   * Whether a decision of a later instant says the same: all but its reason, and but for moments
   * that only follow the as-of instant.
   */
  public boolean isStill(Decision later) {
    return compareTo(later) == 0
        && rule.equals(later.rule)
        && isStill(from, later.from)
        && isStill(until, later.until)
        && isStill(through, later.through)
        && evidence.equals(later.evidence)
        && readings.equals(later.readings)
        && isStill(details, later.details);
  }

  /** Whether decisions of a later instant say the same, each as {@link #isStill} has it. */
  public static boolean areStill(List<Decision> some, List<Decision> later) {
    return areEachStill(some, later);
  }

  private static boolean isStill(Object one, Object later) {
    if (one instanceof Decision decision && later instanceof Decision then) {
      return decision.isStill(then);
    }
    if (one instanceof Moment moment && later instanceof Moment then) {
      return moment.isStill(then);
    }
    if (one instanceof Map<?, ?> map && later instanceof Map<?, ?> then) {
      return areStill(map, then);
    }
    if (one instanceof List<?> list && later instanceof List<?> then) {
      return areEachStill(list, then);
    }
    return Objects.equals(one, later);
  }

  private static boolean areStill(Map<?, ?> some, Map<?, ?> later) {
    if (some.size() != later.size()) {
      return false;
    }
    for (Map.Entry<?, ?> one : some.entrySet()) {
      if (!isStill(one.getValue(), later.get(one.getKey()))) {
        return false; // no value is null
      }
    }
    return true;
  }

  private static boolean areEachStill(List<?> some, List<?> later) {
    if (some.size() != later.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!isStill(some.get(i), later.get(i))) {
        return false;
      }
    }
    return true;
  }
}
