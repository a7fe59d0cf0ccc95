package dev.certus.pack;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problems;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads the certifications, exams and renewals of a pack. */
final class CatalogueReader {

  private static final String EXAMS = "exams.yaml";
  private static final String RENEWALS = "renewals.yaml";

  /** The files that it reads. */
  static final Set<String> FILES = Set.of(EXAMS, RENEWALS);

  private final PackFiles files;
  private final Problems problems = new Problems();
  private final Catalogue.Builder catalogue = new Catalogue.Builder();
  private boolean listed; // whether the certifications could be read

  CatalogueReader(PackFiles files) {
    this.files = files;
  }

  Catalogue read() {
    Fields fields = new Fields(files.yaml(EXAMS));
    problems.attempt(() -> certifications(fields.required("certifications").map()));
    each(() -> fields.required("exams"), this::exam);
    problems.attempt(fields::done);
    if (files.texts().containsKey(RENEWALS)) {
      each(() -> files.yaml(RENEWALS), this::renewal);
    }
    problems.raise();
    return catalogue.build();
  }

  /** Reads each row of a list; a faulty one hides no other. */
  private void each(Supplier<Yaml> list, Consumer<Yaml> row) {
    problems.attempt(
        () -> list.get().list().forEach(item -> problems.attempt(() -> row.accept(item))));
  }

  private void certifications(Map<String, Yaml> names) {
    listed = true;
    names.forEach(
        (code, name) -> {
          String text = problems.attempt(name::text, ""); // rows may name it all the same
          catalogue.certification(code, text);
        });
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
    // For readers of the file, not for rules: whether a source states the dates.
    fields.flag("confirmed");
    LocalDate known = fields.optionalDate("known");
    fields.done();
    if (exam.lastDay() != null && exam.lastDay().isBefore(exam.firstDay())) {
      throw yaml.problem(
          "the last day of `%s` is before its first".formatted(code), "swap or correct the dates");
    }
    if (!catalogue.exam(exam, known)) {
      throw yaml.problem(
          "the exam `%s` has two rows".formatted(code),
          "keep one row, or say from when the second was `known`, later than the first");
    }
  }

  private void renewal(Yaml yaml) {
    Fields fields = new Fields(yaml);
    Certification renewed = certification(fields.required("certification"));
    Certification by = certification(fields.required("renewed-by"));
    LocalDate from = fields.optionalDate("from");
    LocalDate known = fields.optionalDate("known");
    fields.text("note", "");
    fields.done();
    if (!listed) {
      return; // there is nothing to compare the row with
    }
    if (renewed == by) {
      throw yaml.problem("`%s` always renews itself".formatted(by), "remove the row");
    }
    if (!catalogue.renewal(renewed, by, from, known)) {
      throw yaml.problem(
          "`%s` renews `%s` in two rows".formatted(by, renewed), "keep one of the rows");
    }
  }

  /** The certification with that code; null where none could be read. */
  private Certification certification(Yaml code) {
    Certification certification = catalogue.certification(code.text());
    if (certification == null && listed) {
      Collection<String> known = catalogue.certificationCodes();
      throw code.problem(
          "the catalogue has no certification `%s`".formatted(code.text()),
          DidYouMean.oneOf(code.text(), known));
    }
    return certification;
  }
}
