package dev.certus.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A certification of the catalogue. Compared by identity: one catalogue has one of each code. */
@Says("{name}")
public final class Certification extends CatalogueRow {

  private final String code;
  private final String name;
  private final List<Exam> exams = new ArrayList<>();
  private final List<Renewer> renewers = new ArrayList<>();
  private final List<RenewingActivity> activities = new ArrayList<>();

  Certification(String code, String name, Attributes attributes, Map<String, Object> more) {
    super(attributes, Attributes.Of.CERTIFICATION, more);
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

  /** The activities, other than exams, that renew it. */
  public List<RenewingActivity> activities() {
    return Collections.unmodifiableList(activities);
  }

  void add(RenewingActivity activity) {
    activities.add(activity);
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
