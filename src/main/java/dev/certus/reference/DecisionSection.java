package dev.certus.reference;

import dev.certus.drl.RuleSource;
import dev.certus.rulebook.RuleBook;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the pack decides. */
final class DecisionSection {

  private final RuleBook book;

  DecisionSection(RuleBook book) {
    this.book = book;
  }

  String text() {
    List<List<String>> rows =
        book.pack().decisions().values().stream()
            .map(kind -> List.of(Markdown.code(kind.code()), kind.meaning(), clauses(kind.code())))
            .toList();
    return "## Decisions\n\n" + Markdown.table(List.of("code", "given when", "by"), rows);
  }

  private String clauses(String code) {
    return book.drl().rules().stream()
        .filter(rule -> rule.codes().contains(code))
        .map(RuleSource::name)
        .map(name -> book.rules().get(name).clause())
        .filter(Objects::nonNull)
        .distinct()
        .map(Markdown::link)
        .collect(Collectors.joining(", "));
  }
}
