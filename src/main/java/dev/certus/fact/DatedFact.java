package dev.certus.fact;

import dev.certus.pack.Exam;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import dev.certus.time.Present;

/** A fact of the record that happens at an instant, or on a day. */
public abstract class DatedFact extends RecordFact {

  private final Moment at;
  private final Day day;
  private final Moment knownAt;
  private final Exam exam;
  private final Present present;

  /** A fact in its frame. */
  protected DatedFact(Frame frame) {
    super(frame);
    this.at = frame.at();
    this.day = frame.day();
    this.knownAt = frame.knownAt();
    this.exam = frame.exam();
    this.present = frame.present();
  }

  /** When it happens, in its governing zone; of a fact that happens on a day, the day's start. */
  public final Moment at() {
    return at;
  }

  /** The local day on which it happens, in its governing zone. */
  public final Day day() {
    return day;
  }

  /** When all of it became known: a result when it was posted, for instance; else {@link #at}. */
  public final Moment knownAt() {
    return knownAt;
  }

  /** The exam that it is about; null where it names none, or one that the catalogue lacks. */
  public final Exam exam() {
    return exam;
  }

  /** Whether it happens at or after the instant decided for. */
  public final boolean upcoming() {
    return !present.isPast(at.instant());
  }

  /** Whether it happens at or before the instant decided for. */
  public final boolean begun() {
    return present.hasReached(at.instant());
  }
}
