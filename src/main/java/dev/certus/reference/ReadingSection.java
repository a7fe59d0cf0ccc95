package dev.certus.reference;

import dev.certus.drl.RuleSource;
import dev.certus.pack.Reading;
import dev.certus.rulebook.RuleBook;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the policy's words leave open, and how the pack reads them. */
final class ReadingSection {

  private final RuleBook book;

  ReadingSection(RuleBook book) {
    this.book = book;
  }

  String text() {
    return book.pack().readings().values().stream()
        .map(this::reading)
        .collect(Collectors.joining("", "## Readings\n\n", ""));
  }

  private String reading(Reading reading) {
    String rules =
        book.drl().rules().stream()
            .filter(rule -> rule.ids("readings").contains(reading.id()))
            .map(RuleSource::name)
            .map(name -> "- " + name + "\n")
            .collect(Collectors.joining());
    return "### %s\n\n*%s* %s (%s%s)\n\n%s\n\n%s\n"
        .formatted(
            reading.id(),
            reading.question(),
            reading.choice(),
            reading.status().toString().toLowerCase(Locale.ROOT),
            Markdown.dates(", ", reading.from(), reading.until(), ""),
            reading.source(),
            rules);
  }
}
