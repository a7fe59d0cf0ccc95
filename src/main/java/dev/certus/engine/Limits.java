package dev.certus.engine;

/**
 * What one candidate may take. A candidate over a limit gets no decisions, and others are not
 * affected; no limit changes a decision.
 *
 * @param facts how many facts a candidate may have, 1 or more
 * @param seconds how long the rules may work on a candidate, 1 or more; time in which the machine
 *     stands still does not count
 */
public record Limits(int facts, int seconds) {

  /** The facts that one candidate may have by default: the work on joined facts grows faster. */
  public static final int FACTS = 1_000;

  /** The seconds that the rules may work on a candidate by default. */
  public static final int SECONDS = 60;

  /** The limits by default. */
  public static final Limits DEFAULT = new Limits(FACTS, SECONDS);

  /** These limits with another one of facts. */
  public Limits withFacts(int value) {
    return new Limits(value, seconds);
  }

  /** These limits with another one of seconds. */
  public Limits withSeconds(int value) {
    return new Limits(facts, value);
  }
}
