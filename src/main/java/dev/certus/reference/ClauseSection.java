package dev.certus.reference;

import dev.certus.drl.RuleDates;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.Clause;
import dev.certus.pack.Term;
import dev.certus.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The clauses in their own words, and the rules that state them. */
final class ClauseSection {

  private final RuleBook book;

  ClauseSection(RuleBook book) {
    this.book = book;
  }

  String text() {
    return book.pack().clauses().values().stream()
        .map(this::clause)
        .collect(Collectors.joining("", "## Clauses\n\n", ""));
  }

  private String clause(Clause clause) {
    StringBuilder text = new StringBuilder();
    text.append("### %s\n\n**%s**\n\n".formatted(clause.id(), clause.title()));
    clause.versions().forEach(version -> text.append(words(version)));
    String terms =
        book.pack().terms().all().stream()
            .filter(term -> clause.id().equals(term.clause()))
            .map(Term::name)
            .map(Markdown::code)
            .collect(Collectors.joining(", "));
    if (!terms.isEmpty()) {
      text.append("Numbers: ").append(terms).append(".\n\n");
    }
    book.drl().rules().stream()
        .filter(rule -> clause.id().equals(book.rules().get(rule.name()).clause()))
        .forEach(rule -> text.append(rule(rule)));
    return text.append('\n').toString();
  }

  private static String words(Clause.Version version) {
    return "%s> %s\n>\n> %s\n\n"
        .formatted(
            Markdown.dates("", version.from(), version.until(), ":\n\n"),
            version.words(),
            version.source());
  }

  private String rule(RuleSource rule) {
    List<String> results = new ArrayList<>();
    rule.inserts().forEach(insert -> results.add(insert.type()));
    rule.codes().stream()
        .filter(book.pack().decisions()::containsKey)
        .map(Markdown::code)
        .forEach(results::add);
    String readings =
        rule.listed("readings").stream()
            .map(Span::text)
            .map(Markdown::link)
            .collect(Collectors.joining(", "));
    RuleDates dates = book.drl().dates(rule);
    return "- %s → %s%s%s (`%s`)\n"
        .formatted(
            rule.name(),
            results.stream().distinct().collect(Collectors.joining(", ")),
            readings.isEmpty() ? "" : ", by " + readings,
            dates == null ? "" : Markdown.dates(", ", dates.from(), dates.until(), ""),
            rule.whole().file() + ":" + book.rules().get(rule.name()).at().line());
  }
}
