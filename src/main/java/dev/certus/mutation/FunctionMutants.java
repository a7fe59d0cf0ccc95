package dev.certus.mutation;

import dev.certus.drl.Code;
import dev.certus.drl.FunctionSource;
import dev.certus.drl.Span;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mutants of a function: each alternative dropped, each comparison moved by one or turned round.
 */
final class FunctionMutants {

  private static final Pattern COMPARISON =
      Pattern.compile("(?<= )(<=|>=|==|!=|<|>)(?= )|(?<=\\.)(isBefore|isAfter)(?=\\()");
  private static final Map<String, String> OTHER =
      Map.of(
          "<",
          "<=",
          "<=",
          "<",
          ">",
          ">=",
          ">=",
          ">",
          "==",
          "!=",
          "!=",
          "==", //
          "isBefore",
          "isAfter",
          "isAfter",
          "isBefore");

  private final Mutator mutator;
  private String name;
  private Span expression;

  FunctionMutants(Mutator mutator) {
    this.mutator = mutator;
  }

  void add(FunctionSource function) {
    name = "function " + function.name();
    expression = function.expression();
    Matcher comparison = COMPARISON.matcher(expression.text());
    while (comparison.find()) {
      String operator = comparison.group();
      String other = OTHER.get(operator);
      replace(
          comparison.start(),
          comparison.end(),
          other,
          "%s instead of %s".formatted(other, operator));
    }
    alternatives(0, expression.text().length());
  }

  /** Drops each side of every || and &&, those within others included. */
  private void alternatives(int from, int to) {
    String text = expression.text().substring(from, to);
    for (String operator : List.of("||", "&&")) {
      List<Code.Piece> parts = Code.pieces(text, operator);
      if (parts.size() > 1) {
        for (int i = 0; i < parts.size(); i++) {
          Code.Piece part = parts.get(i);
          int start = i == 0 ? 0 : parts.get(i - 1).end();
          int end = i == 0 ? parts.get(1).start() : part.end();
          String dropped = text.substring(part.start(), part.end()).replaceAll("\\s+", " ").strip();
          replace(from + start, from + end, "", "alternative dropped: " + dropped);
          alternatives(from + part.start(), from + part.end());
        }
        return;
      }
    }
    String bare = text.strip();
    if (bare.startsWith("(") && Code.closing(bare, 1) == bare.length() - 1) {
      int open = from + text.indexOf('(');
      alternatives(open + 1, open + bare.length() - 1);
    }
  }

  private void replace(int start, int end, String by, String change) {
    mutator.replace(
        expression.file(), name, expression.start() + start, expression.start() + end, by, change);
  }
}
