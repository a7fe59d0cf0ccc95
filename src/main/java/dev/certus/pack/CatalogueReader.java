package dev.certus.pack;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problems;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
  private Attributes attributes = Attributes.read(null);
  private boolean listed; // whether the certifications could be read

  CatalogueReader(PackFiles files) {
    this.files = files;
  }

  Catalogue read() {
    Fields fields = new Fields(files.yaml(EXAMS));
    attributes = problems.attempt(() -> Attributes.read(fields.optional("attributes")), attributes);
    problems.attempt(() -> certifications(fields.required("certifications").map()));
    Yaml others = fields.optional("activities");
    if (others != null) {
      problems.attempt(() -> activities(others.map()));
    }
    each(() -> fields.required("exams"), this::exam);
    problems.attempt(fields::done);
    if (files.texts().containsKey(RENEWALS)) {
      each(() -> files.yaml(RENEWALS), this::renewal);
    }
    problems.raise();
    return catalogue.build(attributes);
  }

  /** Reads each row of a list; a faulty one hides no other. */
  private void each(Supplier<Yaml> list, Consumer<Yaml> row) {
    problems.attempt(
        () -> list.get().list().forEach(item -> problems.attempt(() -> row.accept(item))));
  }

  private void certifications(Map<String, Yaml> rows) {
    listed = true;
    rows.forEach(
        (code, row) -> {
          Certification empty = new Certification(code, "", attributes, Map.of());
          catalogue.add(empty); // rows may name it all the same
          problems.attempt(() -> catalogue.add(certification(code, row)));
        });
  }

  private void activities(Map<String, Yaml> rows) {
    rows.forEach((code, row) -> problems.attempt(() -> catalogue.add(activity(code, row))));
  }

  private Certification certification(String code, Yaml row) {
    return named(Attributes.Of.CERTIFICATION, code, row, Certification::new);
  }

  private Activity activity(String code, Yaml row) {
    return named(Attributes.Of.ACTIVITY, code, row, Activity::new);
  }

  /** Makes a row that has a code, a name and the columns that the pack adds. */
  private interface Named<T> {
    T of(String code, String name, Attributes attributes, Map<String, Object> more);
  }

  /** A row that is written as its name alone, or as a mapping of its name and further columns. */
  private <T> T named(Attributes.Of of, String code, Yaml row, Named<T> make) {
    if (!row.isMap()) {
      return make.of(code, row.text(), attributes, attributes.values(of, name -> null, row));
    }
    Fields fields = new Fields(row);
    T made =
        make.of(
            code, fields.text("name"), attributes, attributes.values(of, fields::optional, row));
    fields.done();
    return made;
  }

  private void exam(Yaml yaml) {
    Fields fields = new Fields(yaml);
    String code = fields.text("code");
    Exam exam =
        new Exam(
            code,
            certifications(fields.optional("certification")),
            fields.text("guide", code),
            fields.text("level", null),
            fields.optionalDate("first-day"),
            fields.optionalDate("last-day"),
            fields.flag("beta"),
            attributes,
            attributes.values(Attributes.Of.EXAM, fields::optional, yaml));
    // For readers of the file, not for rules: whether a source states the dates.
    fields.flag("confirmed");
    LocalDate known = fields.optionalDate("known");
    fields.done();
    boolean dated = exam.lastDay() != null && exam.firstDay() != null;
    if (dated && exam.lastDay().isBefore(exam.firstDay())) {
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
    CatalogueRow by = renewing(fields.required("renewed-by"));
    Dates dates = Dates.of(fields);
    fields.text("note", "");
    fields.done();
    if (!listed) {
      return; // there is nothing to compare the row with
    }
    if (renewed == by) {
      throw yaml.problem("`%s` always renews itself".formatted(by), "remove the row");
    }
    if (!catalogue.renewal(renewed, by, dates)) {
      throw yaml.problem(
          "`%s` renews `%s` in two rows".formatted(by, renewed), "keep one of the rows");
    }
  }

  /** What renews: a certification by its exams, or an activity. */
  private CatalogueRow renewing(Yaml code) {
    Activity activity = catalogue.activity(code.text());
    return activity == null ? certification(code) : activity;
  }

  /** The certifications that an exam awards: none, one, or a list. */
  private List<Certification> certifications(Yaml codes) {
    if (codes == null) {
      return List.of();
    }
    List<Certification> all = new ArrayList<>();
    for (Yaml code : codes.isList() ? codes.list() : List.of(codes)) {
      Certification certification = certification(code);
      if (certification != null) {
        all.add(certification);
      }
    }
    return all;
  }

  /** The certification with that code; null where none could be read. */
  private Certification certification(Yaml code) {
    Certification certification = catalogue.certification(code.text());
    if (certification == null && listed) {
      Collection<String> known = new TreeSet<>(catalogue.certificationCodes());
      known.addAll(catalogue.activityCodes());
      throw code.problem(
          "the catalogue has no certification `%s`".formatted(code.text()),
          DidYouMean.oneOf(code.text(), known));
    }
    return certification;
  }
}
