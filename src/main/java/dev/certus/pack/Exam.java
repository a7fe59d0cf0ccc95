package dev.certus.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An exam of the catalogue. Compared by identity: one catalogue has one of each code. */
@Says(
    value = "the catalogue has {code}, delivered[ from {firstDay}][ through {lastDay}]",
    name = "{code}")
public final class Exam extends CatalogueRow {

  private final String code;
  private final List<Certification> certifications;
  private final String guide;
  private final String level;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final boolean beta;
  private final List<Exam> sharingGuide = new ArrayList<>();
  private final List<Renewal> renewals = new ArrayList<>();

  Exam(
      String code,
      List<Certification> certifications,
      String guide,
      String level,
      LocalDate firstDay,
      LocalDate lastDay,
      boolean beta,
      Attributes attributes,
      Map<String, Object> more) {
    super(attributes, Attributes.Of.EXAM, more);
    this.code = code;
    this.certifications = List.copyOf(certifications);
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

  /** The certification that a pass awards, the first of several; null where it awards none. */
  public Certification certification() {
    return certifications.isEmpty() ? null : certifications.get(0);
  }

  /** All certifications that a pass awards. */
  public List<Certification> certifications() {
    return certifications;
  }

  /** The id of the exam guide it follows. */
  public String guide() {
    return guide;
  }

  /** The level, by which terms differ; null where the catalogue has none. */
  public String level() {
    return level;
  }

  /** The first day of delivery, or null where none is set. */
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
