package dev.certus.reference;

import dev.certus.pack.Pack;
import dev.certus.pack.Term;
import dev.certus.pack.Term.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The numbers of the policy, by date. */
final class TermSection {

  private final Pack pack;

  TermSection(Pack pack) {
    this.pack = pack;
  }

  String text() {
    List<List<String>> rows = new ArrayList<>();
    for (Term term : pack.terms().all()) {
      term.values().forEach(value -> rows.add(row(term, value)));
    }
    return "## Numbers\n\n"
        + Markdown.table(List.of("term", "from", "value", "meaning", "clause", "stated in"), rows);
  }

  private static List<String> row(Term term, Value value) {
    return List.of(
        Markdown.code(term.name()),
        (value.from() == null ? "always" : value.from().toString())
            + (value.until() == null ? "" : " until " + value.until()),
        amounts(term, value),
        term.description(),
        term.clause() == null ? "" : Markdown.link(term.clause()),
        term.reference());
  }

  private static String amounts(Term term, Value value) {
    return value.amounts().entrySet().stream()
        .sorted(Map.Entry.<String, BigDecimal>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(e -> e.getKey() + " " + term.unit().written(e.getValue()))
        .map(String::strip)
        .collect(Collectors.joining(", ", "", unit(term)));
  }

  private static String unit(Term term) {
    return switch (term.unit()) {
      case MONEY -> " " + term.currency();
      case COUNT, SCORE, DATE -> "";
      default -> " " + term.unit().toString().replace('-', ' ');
    };
  }
}
