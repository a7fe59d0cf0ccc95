package dev.certus.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The exams and certifications of a pack, and which exams renew which certification. Immutable. */
public final class Catalogue {

  private final Map<String, Certification> certifications;
  private final Map<String, Exam> exams;
  private final Map<String, Activity> activities;
  private final Attributes attributes;

  private Catalogue(
      Map<String, Certification> certifications,
      Map<String, Exam> exams,
      Map<String, Activity> activities,
      Attributes attributes) {
    this.activities = Collections.unmodifiableMap(activities);
    this.attributes = attributes;
    this.certifications = Collections.unmodifiableMap(certifications);
    this.exams = Collections.unmodifiableMap(exams);
  }

  /** The exam with that code, or null where the catalogue lacks it. */
  public Exam exam(String code) {
    return exams.get(code);
  }

  /** The certification with that code, or null where the catalogue lacks it. */
  public Certification certification(String code) {
    return certifications.get(code);
  }

  /** The activity with that code, or null where the catalogue lacks it. */
  public Activity activity(String code) {
    return activities.get(code);
  }

  /** All activities, in the pack's order. */
  public Collection<Activity> activities() {
    return activities.values();
  }

  /** The columns that the pack adds to the rows. */
  public Attributes attributes() {
    return attributes;
  }

  /** All exams, in the pack's order. */
  public Collection<Exam> exams() {
    return exams.values();
  }

  /** All certifications, in the pack's order. */
  public Collection<Certification> certifications() {
    return certifications.values();
  }

  /** Builds a catalogue row by row; a row may name only certifications that were added before. */
  static final class Builder {
    private final Map<String, Certification> certifications = new LinkedHashMap<>();
    private final Map<String, Exam> exams = new LinkedHashMap<>();
    private final Map<String, Activity> activities = new LinkedHashMap<>();
    private final Map<Object, LocalDate> rowsKnown = new HashMap<>();
    private final List<RenewalRow> rows = new ArrayList<>();

    /** One certification renews another, or an activity does: by is one of these. */
    private record RenewalRow(
        Certification renewed, CatalogueRow by, LocalDate from, LocalDate until) {}

    void add(Certification certification) {
      certifications.put(certification.code(), certification);
    }

    void add(Activity activity) {
      activities.put(activity.code(), activity);
    }

    Activity activity(String code) {
      return activities.get(code);
    }

    Collection<String> activityCodes() {
      return activities.keySet();
    }

    Certification certification(String code) {
      return certifications.get(code);
    }

    Collection<String> certificationCodes() {
      return certifications.keySet();
    }

    /**
     * Adds an exam, in place of a row that was known earlier; false where there is another one.
     *
     * @param known the day from which on the row was known, or null for always
     */
    boolean exam(Exam exam, LocalDate known) {
      exams.put(exam.code(), exam);
      return isLater(exam.code(), known);
    }

    /** Whether a row is the first of its key, or was known later than the one before it. */
    private boolean isLater(Object key, LocalDate known) {
      LocalDate since = known == null ? LocalDate.MIN : known;
      LocalDate before = rowsKnown.put(key, since);
      return before == null || since.isAfter(before);
    }

    /**
     * Adds a renewal, in place of a row that was known earlier; false where there is another one.
     *
     * @param by a certification whose exams renew it, or an activity
     */
    boolean renewal(Certification renewed, CatalogueRow by, Dates dates) {
      rows.removeIf(row -> row.renewed() == renewed && row.by() == by);
      rows.add(new RenewalRow(renewed, by, dates.from(), dates.until()));
      return isLater(List.of(renewed, by), dates.known());
    }

    Catalogue build(Attributes attributes) {
      for (Exam exam : exams.values()) {
        for (Certification certification : exam.certifications()) {
          certification.add(exam);
          certification.add(new Renewer(exam, null, null));
        }
        exams.values().stream().filter(e -> e.guide().equals(exam.guide())).forEach(exam::share);
      }
      for (RenewalRow row : rows) {
        Renewal renewal = new Renewal(row.renewed(), row.from(), row.until());
        if (row.by() instanceof Activity activity) {
          activity.add(renewal);
          row.renewed().add(new RenewingActivity(activity, row.from(), row.until()));
        } else if (row.by() instanceof Certification by) {
          for (Exam exam : by.exams()) {
            exam.add(renewal);
            Renewer renewer = new Renewer(exam, row.from(), row.until());
            if (renewer.isEverOffered()) {
              row.renewed().add(renewer);
            }
          }
        }
      }
      return new Catalogue(certifications, exams, activities, attributes);
    }
  }
}
