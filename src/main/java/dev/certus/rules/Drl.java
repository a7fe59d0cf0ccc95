package dev.certus.rules;

import dev.certus.policy.Location;
import dev.certus.policy.PackFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds places in a pack's DRL texts. */
final class Drl {

  private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+\"([^\"]+)\"");

  private static final Pattern COMMENT = Pattern.compile("//[^\n]*|(?s)/\\*.*?\\*/");

  private Drl() {}

  /**
   * A rule's text, from its name to where the next rule begins.
   *
   * @param name the rule's name
   * @param file the file that it is in
   * @param start where its name begins in that file's text
   * @param end where its text ends
   */
  record Rule(String name, String file, int start, int end) {}

  /** The DRL files among a pack's files, by name. */
  static SortedMap<String, String> in(PackFiles files) {
    SortedMap<String, String> drl = new TreeMap<>(files.texts());
    drl.keySet().removeIf(name -> !name.endsWith(".drl"));
    return drl;
  }

  /** All rules, in the order of the files' names and of their places. */
  static List<Rule> rules(PackFiles files) {
    List<Rule> rules = new ArrayList<>();
    in(files)
        .forEach(
            (file, text) -> {
              List<MatchResult> found = RULE.matcher(text).results().toList();
              for (int i = 0; i < found.size(); i++) {
                int end = i + 1 < found.size() ? found.get(i + 1).start() : text.length();
                rules.add(new Rule(found.get(i).group(1), file, found.get(i).start(1) - 1, end));
              }
            });
    return rules;
  }

  /** Where each rule begins, by its name. */
  static Map<String, Location> places(PackFiles files) {
    Map<String, Location> places = new HashMap<>();
    rules(files).forEach(rule -> places.put(rule.name(), files.at(rule.file(), rule.start())));
    return places;
  }

  /** Where the first of some patterns that is found in DRL, outside comments, is found first. */
  static Location first(PackFiles files, String... patterns) {
    for (String pattern : patterns) {
      Pattern compiled = Pattern.compile(pattern);
      for (Map.Entry<String, String> file : in(files).entrySet()) {
        Matcher found = compiled.matcher(COMMENT.matcher(file.getValue()).replaceAll(Drl::blank));
        if (found.find()) {
          return files.at(file.getKey(), found.start());
        }
      }
    }
    return Location.of(files.folder());
  }

  private static String blank(MatchResult comment) {
    return " ".repeat(comment.end() - comment.start());
  }

  /**
   * Where code stands in a file, however its white space is laid out.
   *
   * @return the offset of its first character, or -1
   */
  static int indexOfCode(String text, String code) {
    String wanted = code.replaceAll("\\s", "");
    if (wanted.isEmpty()) {
      return -1;
    }
    for (int start = 0; start < text.length(); start++) {
      if (text.charAt(start) == wanted.charAt(0) && startsWithCode(text, start, wanted)) {
        return start;
      }
    }
    return -1;
  }

  private static boolean startsWithCode(String text, int start, String wanted) {
    int matched = 0;
    for (int i = start; i < text.length() && matched < wanted.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        if (c != wanted.charAt(matched)) {
          return false;
        }
        matched++;
      }
    }
    return matched == wanted.length();
  }
}
