package dev.certus.check;

import dev.certus.pack.Catalogue;
import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.types.Typed;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The texts that the catalogue has in each of its columns. */
final class Columns {

  private final Catalogue catalogue;

  Columns(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The texts of the column that an expression comes from; null where it comes from none. */
  Set<String> values(Typed expression) {
    if (expression.isField(Exam.class, "level")) {
      return texts(catalogue.exams(), Exam::level);
    }
    if (expression.isField(Exam.class, "guide")) {
      return texts(catalogue.exams(), Exam::guide);
    }
    if (expression.isField(Exam.class, "code")) {
      return texts(catalogue.exams(), Exam::code);
    }
    return expression.isField(Certification.class, "code")
        ? texts(catalogue.certifications(), Certification::code)
        : null;
  }

  private static <T> Set<String> texts(Collection<T> rows, Function<T, String> column) {
    return rows.stream().map(column).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
