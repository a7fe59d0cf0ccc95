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

  private Catalogue(Map<String, Certification> certifications, Map<String, Exam> exams) {
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
    private final Map<Object, LocalDate> rowsKnown = new HashMap<>();
    private final List<RenewalRow> rows = new ArrayList<>();

    private record RenewalRow(Certification renewed, Certification by, LocalDate from) {}

    /** Adds a certification; false where its code is taken. */
    boolean certification(String code, String name) {
      return certifications.putIfAbsent(code, new Certification(code, name)) == null;
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
     * @param known the day from which on the row was known, or null for always
     */
    boolean renewal(Certification renewed, Certification by, LocalDate from, LocalDate known) {
      rows.removeIf(row -> row.renewed() == renewed && row.by() == by);
      rows.add(new RenewalRow(renewed, by, from));
      return isLater(List.of(renewed, by), known);
    }

    Catalogue build() {
      for (Exam exam : exams.values()) {
        exam.certification().add(exam);
        exam.certification().add(new Renewer(exam, null));
        exams.values().stream().filter(e -> e.guide().equals(exam.guide())).forEach(exam::share);
      }
      for (RenewalRow row : rows) {
        for (Exam exam : row.by().exams()) {
          exam.add(new Renewal(row.renewed(), row.from()));
          Renewer renewer = new Renewer(exam, row.from());
          if (renewer.isEverOffered()) {
            row.renewed().add(renewer);
          }
        }
      }
      return new Catalogue(certifications, exams);
    }
  }
}
