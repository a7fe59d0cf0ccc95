package dev.certus.reference;

import dev.certus.drl.RuleSource;
import dev.certus.drl.TypeSource;
import dev.certus.rulebook.RuleBook;
import java.util.List;
import java.util.stream.Collectors;

/** The facts that rules derive. */
final class FactSection {

  private final RuleBook book;

  FactSection(RuleBook book) {
    this.book = book;
  }

  String text() {
    return "## Facts\n\n"
        + "Rules derive facts from the facts of a record, phase by phase: "
        + String.join(", ", book.pack().phases())
        + ".\n\n"
        + Markdown.table(
            List.of("fact", "says", "fields", "derived by"),
            book.drl().types().stream().map(this::row).toList());
  }

  private List<String> row(TypeSource type) {
    String says =
        book.drl().withParents(type.name()).stream()
            .map(TypeSource::says)
            .filter(sentence -> sentence != null)
            .findFirst()
            .orElse("");
    return List.of(
        type.name()
            + (type.parent() == null
                ? ""
                : (type.parent().matches("[AEIOU].*") ? ", an " : ", a ") + type.parent()),
        says,
        book.drl().fields(type.name()).stream()
            .map(Markdown::code)
            .collect(Collectors.joining(", ")),
        book.drl().rules().stream()
            .filter(rule -> rule.inserts().stream().anyMatch(i -> i.type().equals(type.name())))
            .map(RuleSource::name)
            .collect(Collectors.joining("; ")));
  }
}
