package dev.certus.reference;

import dev.certus.pack.Activity;
import dev.certus.pack.Attributes.Column;
import dev.certus.pack.Attributes.Of;
import dev.certus.pack.Catalogue;
import dev.certus.pack.CatalogueRow;
import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.pack.Renewal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The certifications, their exams, what renews what, and the columns that the pack adds. */
final class CatalogueSection {

  private final Catalogue catalogue;

  CatalogueSection(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String text() {
    return "## Catalogue\n\n"
        + meanings()
        + table(
            Of.CERTIFICATION,
            List.of("certification", "name", "renewed by its own exams and those of"),
            catalogue.certifications(),
            this::certification)
        + table(
            Of.EXAM,
            List.of("exam", "certification", "guide", "level", "first day", "last day", ""),
            catalogue.exams(),
            CatalogueSection::exam)
        + table(
            Of.ACTIVITY,
            List.of("activity", "name", "renews"),
            catalogue.activities(),
            CatalogueSection::activity);
  }

  /** What the columns hold that the pack adds. */
  private String meanings() {
    return Markdown.table(
        List.of("column", "of", "meaning"),
        Stream.of(Of.values())
            .flatMap(of -> catalogue.attributes().columns(of).stream())
            .map(one -> List.of(one.name(), "each " + one.of(), one.description()))
            .toList());
  }

  private <T extends CatalogueRow> String table(
      Of of, List<String> head, Collection<T> rows, Function<T, List<String>> cells) {
    List<Column> more = catalogue.attributes().columns(of);
    return Markdown.table(
        Stream.concat(head.stream(), more.stream().map(Column::name)).toList(),
        rows.stream()
            .map(
                row ->
                    Stream.concat(
                            cells.apply(row).stream(),
                            more.stream().map(column -> written(row.value(column))))
                        .toList())
            .toList());
  }

  private static String written(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Collection<?> all) {
      return all.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> byKey) {
      return byKey.entrySet().stream()
          .map(entry -> entry.getKey() + " " + entry.getValue())
          .sorted()
          .collect(Collectors.joining(", "));
    }
    return value.toString();
  }

  private static List<String> activity(Activity activity) {
    return List.of(
        Markdown.code(activity.code()),
        activity.title(),
        activity.renewals().stream()
            .map(renewal -> renewal(renewal.certification().code(), renewal))
            .collect(Collectors.joining(", ")));
  }

  private List<String> certification(Certification certification) {
    String by =
        catalogue.certifications().stream()
            .flatMap(
                other ->
                    other.exams().stream()
                        .flatMap(exam -> exam.renewals().stream())
                        .filter(renewal -> renewal.certification().equals(certification))
                        .map(renewal -> renewal(other.code(), renewal)))
            .distinct()
            .collect(Collectors.joining(", "));
    return List.of(Markdown.code(certification.code()), certification.name(), by);
  }

  private static String renewal(String code, Renewal renewal) {
    return Markdown.code(code) + Markdown.dates(" ", renewal.from(), renewal.until(), "");
  }

  private static List<String> exam(Exam exam) {
    return List.of(
        Markdown.code(exam.code()),
        exam.certifications().stream()
            .map(one -> Markdown.code(one.code()))
            .collect(Collectors.joining(", ")),
        Markdown.code(exam.guide()),
        exam.level() == null ? "" : exam.level(),
        day(exam.firstDay()),
        day(exam.lastDay()),
        exam.isBeta() ? "beta" : "");
  }

  private static String day(LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
