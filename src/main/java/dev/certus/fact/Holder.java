package dev.certus.fact;

import dev.certus.time.Day;
import dev.certus.time.Moment;

/** Whose record it is, and as of when it is decided: what every {@code Candidate} has. */
public abstract class Holder {

  private final String id;
  private final Moment now;
  private final Day today;

  /** A candidate in its frame, which has the as-of instant in the candidate's zone. */
  protected Holder(Frame frame) {
    this.id = frame.id();
    this.now = frame.at();
    this.today = frame.day();
  }

  /** The candidate's id. */
  public final String id() {
    return id;
  }

  /** The as-of instant, in the candidate's zone. */
  public final Moment now() {
    return now;
  }

  /** The as-of date, in the candidate's zone. */
  public final Day today() {
    return today;
  }
}
