package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.Clause;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Comments above a rule that quote a clause, such as {@code // AWS-FEE "You must pay …"}, in other
 * words than the clause has.
 */
final class ClauseWordsCheck {

  private final DrlTree drl;
  private final Map<String, Clause> clauses;
  private final List<Problem> problems = new ArrayList<>();

  ClauseWordsCheck(DrlTree drl, Map<String, Clause> clauses) {
    this.drl = drl;
    this.clauses = clauses;
  }

  List<Problem> problems() {
    drl.rules().stream().filter(rule -> !rule.comments().isEmpty()).forEach(this::look);
    return problems;
  }

  private void look(RuleSource rule) {
    String comment =
        rule.comments().stream().map(ClauseWordsCheck::words).collect(Collectors.joining(" "));
    int open = comment.indexOf('"');
    int close = comment.lastIndexOf('"');
    Clause clause = open < 0 ? null : clauses.get(comment.substring(0, open).strip());
    if (clause != null && open < close && !has(clause, comment.substring(open + 1, close))) {
      problems.add(
          new Problem(
              "clause-words",
              rule.comments().get(0).at(drl.files()),
              "these are not the words of clause `%s`".formatted(clause.id()),
              "quote a part of its `words` in clauses.yaml, without a change"));
    }
  }

  private static boolean has(Clause clause, String quote) {
    return clause.versions().stream()
        .anyMatch(version -> Span.squeezed(version.words()).contains(Span.squeezed(quote)));
  }

  /** A line of a comment without its slashes. */
  private static String words(Span comment) {
    return comment.text().startsWith("//") ? comment.text().substring(2).strip() : comment.text();
  }
}
