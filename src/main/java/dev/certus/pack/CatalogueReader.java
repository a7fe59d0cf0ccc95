package dev.certus.pack;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problems;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the certifications, exams and renewals of a pack. */
final class CatalogueReader {

  private static final String EXAMS = "exams.yaml";
  private static final String RENEWALS = "renewals.yaml";

  /** The files that it reads. */
  static final Set<String> FILES = Set.of(EXAMS, RENEWALS);

  private final PackFiles files;
  private final Catalogue.Builder catalogue = new Catalogue.Builder();
  private final Set<List<String>> renewals = new HashSet<>();

  CatalogueReader(PackFiles files) {
    this.files = files;
  }

  Catalogue read() {
    Fields fields = new Fields(files.yaml(EXAMS));
    Problems problems = new Problems();
    fields.required("certifications").map().forEach(this::certification);
    fields.required("exams").list().forEach(row -> problems.attempt(() -> exam(row)));
    problems.attempt(fields::done);
    if (files.texts().containsKey(RENEWALS)) {
      Yaml rows = files.yaml(RENEWALS);
      rows.list().forEach(row -> problems.attempt(() -> renewal(row)));
    }
    problems.raise();
    return catalogue.build();
  }

  private void certification(String code, Yaml name) {
    catalogue.certification(code, name.text());
  }

  private void exam(Yaml yaml) {
    Fields fields = new Fields(yaml);
    String code = fields.text("code");
    Exam exam =
        new Exam(
            code,
            certification(fields.required("certification")),
            fields.text("guide", code),
            fields.text("level"),
            fields.date("first-day"),
            fields.optionalDate("last-day"),
            fields.flag("beta"));
    // Whether a source states the dates is told to readers of the file, not to rules.
    fields.flag("confirmed");
    fields.done();
    if (exam.lastDay() != null && exam.lastDay().isBefore(exam.firstDay())) {
      throw yaml.problem(
          "the last day of `%s` is before its first".formatted(code), "swap or correct the dates");
    }
    if (!catalogue.exam(exam)) {
      throw yaml.problem("the exam `%s` stands here twice".formatted(code), "keep one row");
    }
  }

  private void renewal(Yaml yaml) {
    Fields fields = new Fields(yaml);
    Certification renewed = certification(fields.required("certification"));
    Certification by = certification(fields.required("renewed-by"));
    LocalDate from = fields.optionalDate("from");
    fields.text("note", "");
    fields.done();
    if (renewed == by) {
      throw yaml.problem(
          "`%s` need not be said to renew itself".formatted(by), "remove the row: its pass does");
    }
    if (!renewals.add(List.of(renewed.code(), by.code()))) {
      throw yaml.problem(
          "that `%s` renews `%s` is said twice".formatted(by, renewed), "keep one of the rows");
    }
    catalogue.renewal(renewed, by, from);
  }

  private Certification certification(Yaml code) {
    Certification certification = catalogue.certification(code.text());
    if (certification == null) {
      Collection<String> known = catalogue.certificationCodes();
      throw code.problem(
          "the catalogue has no certification `%s`".formatted(code.text()),
          DidYouMean.oneOf(code.text(), known));
    }
    return certification;
  }
}
