package dev.certus.decision;

/**
 * What a decision is about.
 *
 * @param kind {@code exam}, {@code attempt}, {@code appointment} or {@code certification}
 * @param id the exam's code, the attempt's or appointment's own id, the certification's short code
 */
public record Subject(String kind, String id) implements Comparable<Subject> {

  /** An exam, by its series code. */
  public static Subject exam(String code) {
    return new Subject("exam", code);
  }

  /** An exam attempt, by its own id. */
  public static Subject attempt(String id) {
    return new Subject("attempt", id);
  }

  /** An exam appointment, by its own id. */
  public static Subject appointment(String id) {
    return new Subject("appointment", id);
  }

  /** A certification, by its short code. */
  public static Subject certification(String code) {
    return new Subject("certification", code);
  }

  @Override
  public int compareTo(Subject other) {
    int byKind = CodePoints.compare(kind, other.kind);
    return byKind != 0 ? byKind : CodePoints.compare(id, other.id);
  }

  @Override
  public String toString() {
    return kind + " " + id;
  }
}
