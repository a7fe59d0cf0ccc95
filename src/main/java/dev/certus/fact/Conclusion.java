package dev.certus.fact;

import dev.certus.decision.Details;
import dev.certus.decision.Subject;
import dev.certus.pack.Exam;
import dev.certus.time.Moment;
import java.util.Map;

/**
 * A decision as a rule draws it: its code and subject, its interval and its reason. A rule inserts
 * it like any other fact, so that later phases can ask for it; the engine adds the clause, the
 * rule, the readings and the evidence from the match that drew it.
 */
public final class Conclusion {

  private final String code;
  private final Subject subject;
  private Details details = Details.NONE;
  private Moment from;
  private Moment until;
  private Moment through;
  private String reason = "";

  /** Concludes {@code code} of {@code subject}, without interval, reason or details as yet. */
  public Conclusion(String code, Subject subject) {
    this.code = code;
    this.subject = subject;
  }

  /** The first moment it holds. */
  public Conclusion from(Moment moment) {
    from = moment;
    return this;
  }

  /** The first moment it no longer holds. */
  public Conclusion until(Moment moment) {
    until = moment;
    return this;
  }

  /** The last moment it holds, itself included. */
  public Conclusion through(Moment moment) {
    through = moment;
    return this;
  }

  /**
   * A further value; left out where it is null.
   *
   * @throws IllegalArgumentException where it is no text, number, boolean, day, moment, date,
   *     instant or list of rows of them
   */
  public Conclusion detail(String name, Object value) {
    if (value != null) {
      Detail.check(name, value);
      details = details.with(name, value);
    }
    return this;
  }

  /** An exam by its code; left out where it is null. */
  public Conclusion detail(String name, Exam exam) {
    return detail(name, exam == null ? null : exam.code());
  }

  /**
   * Why, in an English sentence. Each {@code {}} stands for the next value: days and moments are
   * written out ({@code 2 March 2026}), anything else as its text.
   */
  public Conclusion because(String sentence, Object... values) {
    reason = Sentence.of(sentence, values);
    return this;
  }

  /** The decision code. */
  public String code() {
    return code;
  }

  /** What it is about. */
  public Subject subject() {
    return subject;
  }

  /** The first moment it holds, or null. */
  public Moment from() {
    return from;
  }

  /** The first moment it no longer holds, or null. */
  public Moment until() {
    return until;
  }

  /** The last moment it holds, or null. */
  public Moment through() {
    return through;
  }

  /** Why, or an empty text. */
  public String reason() {
    return reason;
  }

  /** Further values by name. */
  public Map<String, Object> details() {
    return details;
  }

  @Override
  public String toString() {
    return code + " of " + subject;
  }
}
