package dev.certus.check;

import dev.certus.drl.Code;
import dev.certus.drl.DrlSources;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Problem;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** An insertion of something else than a new fact. */
  static final Pattern OTHER_INSERT = Pattern.compile("\\b(insert)\\s*\\(\\s*(?!new\\b|\\s)");

  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

  List<RuleSource> rules() {
    return drl.rules();
  }

  /** The DRL files that are DRL, by name. */
  SortedMap<String, String> soundDrl() {
    SortedMap<String, String> sound = new TreeMap<>(files.texts());
    sound.keySet().removeIf(file -> !file.endsWith(".drl") || isFaulty(files.path(file)));
    return sound;
  }

  /** Whether all insertions say what fact they insert. */
  boolean tellsAllInserts() {
    return soundDrl().values().stream()
        .noneMatch(text -> OTHER_INSERT.matcher(withoutTexts(Code.withoutComments(text))).find());
  }

  private boolean isFaulty(String path) {
    return drl.problems().stream().anyMatch(problem -> problem.at().file().equals(path));
  }

  /** Code with texts in quotes blanked out. */
  static String withoutTexts(String code) {
    return TEXT.matcher(code).replaceAll(found -> " ".repeat(found.end() - found.start()));
  }

  /** All texts that stand in quotes in the DRL files, without the quotes. */
  Stream<String> quoted() {
    return soundDrl().values().stream()
        .flatMap(text -> TEXT.matcher(Code.withoutComments(text)).results())
        .map(MatchResult::group)
        .map(text -> text.substring(1, text.length() - 1));
  }

  /** A problem where a span begins. */
  Problem problem(String code, Span at, String message, String help) {
    return new Problem(code, at.at(files), message, help);
  }
}
