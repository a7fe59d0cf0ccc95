package dev.certus.language;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problem;
import dev.certus.scenario.PackTexts;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts problems at their places in the texts, with the fixes that they propose. */
final class FindingPlaces {

  /** What is underlined: a word with the signs that names have, or a text in quotes. */
  private static final Pattern WORD = Pattern.compile("[\\w$.-]+|\"[^\"\\n]*\"|[^\\s]");

  private final PackTexts texts;
  private final Map<String, String> all;

  FindingPlaces(PackTexts texts) {
    this.texts = texts;
    this.all = texts.all();
  }

  /** A problem at its place. */
  Diagnostic of(Problem problem) {
    String file = texts.nameOf(problem.at());
    String text = all.get(file);
    if (text == null) {
      return new Diagnostic(problem, "", 0, 0, List.of());
    }
    int start = problem.at().offsetIn(text);
    int end = end(text, start, problem.at().column() > 0);
    return new Diagnostic(problem, file, start, end, fixes(problem, file, text, start, end));
  }

  private static int end(String text, int start, boolean word) {
    if (word) {
      Matcher matcher = WORD.matcher(text).region(start, text.length());
      if (matcher.lookingAt()) {
        return matcher.end();
      }
    }
    int line = text.indexOf('\n', start);
    return line < 0 ? text.length() : line;
  }

  private static List<Fix> fixes(Problem problem, String file, String text, int start, int end) {
    boolean quoted = end - start > 1 && text.charAt(start) == '"';
    int quote = quoted ? 1 : 0;
    return DidYouMean.meant(problem.help())
        .map(
            meant ->
                new Fix(
                    "Write `%s`".formatted(meant),
                    List.of(new TextEdit(file, start + quote, end - quote, meant))))
        .map(List::of)
        .orElse(List.of());
  }
}
