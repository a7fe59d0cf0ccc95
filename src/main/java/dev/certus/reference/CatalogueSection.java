package dev.certus.reference;

import dev.certus.pack.Catalogue;
import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.pack.Renewal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The certifications, their exams, and what renews what. */
final class CatalogueSection {

  private final Catalogue catalogue;

  CatalogueSection(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  String text() {
    return "## Catalogue\n\n"
        + Markdown.table(
            List.of("certification", "name", "renewed by its own exams and those of"),
            catalogue.certifications().stream().map(this::certification).toList())
        + Markdown.table(
            List.of("exam", "certification", "guide", "level", "first day", "last day", ""),
            catalogue.exams().stream().map(CatalogueSection::exam).toList());
  }

  private List<String> certification(Certification certification) {
    String by =
        catalogue.certifications().stream()
            .flatMap(
                other ->
                    other.exams().stream()
                        .flatMap(exam -> exam.renewals().stream())
                        .filter(renewal -> renewal.certification().equals(certification))
                        .map(renewal -> renewal(other, renewal)))
            .distinct()
            .collect(Collectors.joining(", "));
    return List.of(Markdown.code(certification.code()), certification.name(), by);
  }

  private static String renewal(Certification by, Renewal renewal) {
    return Markdown.code(by.code()) + (renewal.from() == null ? "" : " from " + renewal.from());
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
