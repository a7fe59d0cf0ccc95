package dev.certus.drl;

import dev.certus.drl.Tokens.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words that are missing from the frame of a rule: when, then, end. */
final class Sections {

  private static final Pattern WORD =
      Pattern.compile(
          "(?m)^[ \\t]*(rule\\b|declare\\b|query\\b|when[ \\t]*$|then[ \\t]*$|end[ \\t]*$)");
  private static final Pattern LONE = Pattern.compile("(?m)^[ \\t]*([a-z]\\w{1,5})[ \\t]*$");

  private final String bare;
  private final List<Fault> faults = new ArrayList<>();
  private String expected = "";
  private int since;

  private Sections(String bare) {
    this.bare = bare;
  }

  /** Whether a word of the frame stands at the start of a line. */
  static boolean startsAt(String text, int offset) {
    Matcher word = WORD.matcher(text).region(offset, text.length());
    return word.lookingAt();
  }

  /** What is missing from a file whose comments and texts are blanked out. */
  static List<Fault> faults(String bare) {
    Sections sections = new Sections(bare);
    Matcher word = WORD.matcher(bare);
    while (word.find()) {
      sections.come(word.group(1).strip(), word.start(1));
    }
    sections.come("rule", bare.length());
    return sections.faults;
  }

  private void come(String word, int offset) {
    if (word.equals("query")) {
      faults.add(new Fault(offset, "nobody asks a query: a pack has rules and declared facts"));
      expected = "end";
      since = offset;
      return;
    }
    boolean opens = word.equals("rule") || word.equals("declare");
    boolean misplaced = opens ? !expected.isEmpty() : !expected.equals(word);
    if (misplaced && !(expected.equals("when") && word.equals("then"))) {
      faults.add(missing(expected, offset));
    }
    expected = next(word);
    since = offset;
  }

  private static String next(String word) {
    return switch (word) {
      case "rule" -> "when";
      case "when" -> "then";
      case "then", "declare" -> "end";
      default -> "";
    };
  }

  /** Where a word alone on its line may stand for the missing one, else where it was missed. */
  private Fault missing(String word, int offset) {
    if (word.isEmpty()) {
      return new Fault(offset, "this word belongs to no rule");
    }
    Matcher lone = LONE.matcher(bare).region(since, offset);
    while (lone.find()) {
      if (!lone.group(1).equals(expectedBefore(word))) {
        return new Fault(
            lone.start(1), "`%s` is expected here, not `%s`".formatted(word, lone.group(1)));
      }
    }
    return new Fault(
        Math.min(offset, bare.length() - 1), "`%s` is missing before this".formatted(word));
  }

  private static String expectedBefore(String word) {
    return word.equals("then") ? "when" : word.equals("end") ? "then" : "";
  }
}
