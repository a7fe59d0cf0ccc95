package dev.certus.check;

import dev.certus.drl.DrlSources;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.policy.PackFiles;
import dev.certus.policy.Problem;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The DRL of a pack as checks ask for it.
 *
 * @param files the pack's files
 * @param drl what their DRL says
 */
record Source(PackFiles files, DrlSources drl) {

  private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|(?s)/\\*.*?\\*/");
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  List<RuleSource> rules() {
    return drl.rules();
  }

  /** A rule's text with comments blanked out. */
  static String code(RuleSource rule) {
    return blanked(COMMENT, rule.whole().text());
  }

  /** A rule's text with comments and texts in quotes blanked out. */
  static String bareCode(RuleSource rule) {
    return blanked(TEXT, code(rule));
  }

  private static String blanked(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(found -> " ".repeat(found.end() - found.start()));
  }

  /** All texts that stand in quotes in the DRL files, without the quotes. */
  Stream<String> quoted() {
    return files.texts().entrySet().stream()
        .filter(file -> file.getKey().endsWith(".drl"))
        .flatMap(file -> TEXT.matcher(blanked(COMMENT, file.getValue())).results())
        .map(MatchResult::group)
        .map(text -> text.substring(1, text.length() - 1));
  }

  /** A problem where a span begins. */
  Problem problem(String code, Span at, String message, String help) {
    return new Problem(code, at.at(files), message, help);
  }

  /** A problem at an offset within a rule. */
  Problem problem(String code, RuleSource rule, int offset, String message, String help) {
    return new Problem(code, rule.whole().at(files, offset), message, help);
  }
}
