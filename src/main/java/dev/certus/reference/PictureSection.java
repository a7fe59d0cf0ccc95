package dev.certus.reference;

import dev.certus.drl.PatternSource;
import dev.certus.drl.PatternSource.Quantity;
import dev.certus.drl.RuleSource;
import dev.certus.drl.TypeSource;
import dev.certus.rulebook.RuleBook;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Pictures of what leads to what, one a phase. */
final class PictureSection {

  private final RuleBook book;

  PictureSection(RuleBook book) {
    this.book = book;
  }

  String text() {
    return book.pack().phases().stream()
        .map(this::picture)
        .collect(
            Collectors.joining(
                "",
                """
                ## What leads to what

                From the facts that the rules of a phase ask for to the facts and the decisions that
                follow. A dotted line: from there being no such fact.

                """,
                ""));
  }

  private String picture(String phase) {
    Arrows arrows = new Arrows(new LinkedHashSet<>(), new LinkedHashSet<>(), new TreeSet<>());
    book.drl().rules().stream()
        .filter(rule -> rule.phase().equals(phase))
        .forEach(rule -> add(rule, arrows));
    return "### %s\n\n```mermaid\nflowchart LR\n%s```\n\n".formatted(phase, arrows.text());
  }

  private void add(RuleSource rule, Arrows arrows) {
    Set<String> results = results(rule);
    for (PatternSource pattern : rule.patterns()) {
      boolean absent = pattern.quantity() == Quantity.NONE;
      for (String result : results) {
        (absent ? arrows.absent() : arrows.present()).add(new Arrow(pattern.type(), result));
      }
      kinds(pattern.type()).forEach(arrows.kinds()::add);
    }
  }

  /** What a rule leads to, decisions in round boxes. */
  private Set<String> results(RuleSource rule) {
    Set<String> results = new LinkedHashSet<>();
    rule.inserts().forEach(insert -> results.add(insert.type()));
    rule.codes().stream()
        .filter(book.pack().decisions()::containsKey)
        .map(code -> "%s([%s])".formatted(code, code))
        .forEach(results::add);
    return results;
  }

  /** The types that are a type, too. */
  private List<String> kinds(String type) {
    return book.drl().types().stream()
        .filter(other -> !other.name().equals(type))
        .filter(other -> book.drl().withParents(other.name()).contains(book.drl().type(type)))
        .map(TypeSource::name)
        .filter(this::isConcrete)
        .map(name -> "    %s -- is a --> %s\n".formatted(name, type))
        .toList();
  }

  private boolean isConcrete(String type) {
    return book.drl().rules().stream()
        .flatMap(rule -> rule.inserts().stream())
        .anyMatch(insert -> insert.type().equals(type));
  }

  private record Arrow(String from, String to) {}

  private record Arrows(Set<Arrow> present, Set<Arrow> absent, Set<String> kinds) {

    String text() {
      return present.stream().map(a -> line(a, "-->")).collect(Collectors.joining())
          + absent.stream()
              .filter(arrow -> !present.contains(arrow))
              .map(arrow -> line(arrow, "-.->"))
              .collect(Collectors.joining())
          + String.join("", kinds);
    }

    private static String line(Arrow arrow, String kind) {
      return "    %s %s %s\n".formatted(arrow.from(), kind, arrow.to());
    }
  }
}
