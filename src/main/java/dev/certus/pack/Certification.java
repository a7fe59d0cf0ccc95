package dev.certus.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A certification of the catalogue. Compared by identity: one catalogue has one of each code. */
@Says("{name}")
public final class Certification {

  private final String code;
  private final String name;
  private final List<Exam> exams = new ArrayList<>();
  private final List<Renewer> renewers = new ArrayList<>();

  Certification(String code, String name) {
    this.code = code;
    this.name = name;
  }

  /** The short code. */
  public String code() {
    return code;
  }

  /** The full name. */
  public String name() {
    return name;
  }

  /** The exams that award it, in the catalogue's order. */
  public List<Exam> exams() {
    return Collections.unmodifiableList(exams);
  }

  /**
   * All exams whose pass renews it: its own, and those of the certifications that renew it. An exam
   * that was last delivered before the first day on which it would renew is not among them.
   */
  public List<Renewer> renewers() {
    return Collections.unmodifiableList(renewers);
  }

  void add(Exam exam) {
    exams.add(exam);
  }

  void add(Renewer renewer) {
    renewers.add(renewer);
  }

  @Override
  public String toString() {
    return code;
  }
}
