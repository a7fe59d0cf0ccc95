package dev.certus.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An exam of the catalogue. Compared by identity: one catalogue has one of each code. */
@Says(
    value = "the catalogue has {code}, delivered from {firstDay}[ through {lastDay}]",
    name = "{code}")
public final class Exam {

  private final String code;
  private final Certification certification;
  private final String guide;
  private final String level;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final boolean beta;
  private final List<Exam> sharingGuide = new ArrayList<>();
  private final List<Renewal> renewals = new ArrayList<>();

  Exam(
      String code,
      Certification certification,
      String guide,
      String level,
      LocalDate firstDay,
      LocalDate lastDay,
      boolean beta) {
    this.code = code;
    this.certification = certification;
    this.guide = guide;
    this.level = level;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.beta = beta;
  }

  /** The exam series code. */
  public String code() {
    return code;
  }

  /** The certification that a pass awards. */
  public Certification certification() {
    return certification;
  }

  /** The id of the exam guide it follows. */
  public String guide() {
    return guide;
  }

  /** The level, by which terms differ. */
  public String level() {
    return level;
  }

  /** The first day of delivery. */
  public LocalDate firstDay() {
    return firstDay;
  }

  /** The last day of delivery, or null where none is set. */
  public LocalDate lastDay() {
    return lastDay;
  }

  /** Whether it is a beta. */
  public boolean isBeta() {
    return beta;
  }

  /** All exams with this exam's guide, itself among them. */
  public List<Exam> sharingGuide() {
    return Collections.unmodifiableList(sharingGuide);
  }

  /** The other certifications that a pass of this exam renews. */
  public List<Renewal> renewals() {
    return Collections.unmodifiableList(renewals);
  }

  void share(Exam exam) {
    sharingGuide.add(exam);
  }

  void add(Renewal renewal) {
    renewals.add(renewal);
  }

  @Override
  public String toString() {
    return code;
  }
}
