package dev.certus.rulebook;

import dev.certus.drl.Code;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds places in a pack's DRL texts. */
final class Drl {

  private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+\"([^\"]+)\"");

  private Drl() {}

  /**
   * A rule's text, from its name to where the next rule begins.
   *
   * @param name the rule's name
   * @param file the file that it is in
   * @param start where its name begins in that file's text
   * @param end where its text ends
   */
  record Rule(String name, String file, int start, int end) {

    /** Whether a place of a file is in it. */
    boolean contains(String inFile, int offset) {
      return file.equals(inFile) && start <= offset && offset < end;
    }
  }

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

  /** All that a pattern finds outside comments, by file: in some rules, or in all DRL. */
  static Map<String, List<MatchResult>> find(
      PackFiles files, Set<String> ruleNames, Pattern pattern) {
    Map<String, List<MatchResult>> found = new TreeMap<>();
    in(files)
        .forEach(
            (file, text) ->
                found.put(file, pattern.matcher(Code.withoutComments(text)).results().toList()));
    if (!ruleNames.isEmpty()) {
      List<Rule> rules = rules(files).stream().filter(r -> ruleNames.contains(r.name())).toList();
      found.replaceAll(
          (file, all) ->
              all.stream()
                  .filter(one -> rules.stream().anyMatch(rule -> rule.contains(file, one.start())))
                  .toList());
    }
    found.values().removeIf(List::isEmpty);
    return found;
  }

  /**
   * Where the first of some patterns that is found in DRL, outside comments, is found first: in
   * some rules, else anywhere.
   */
  static Location first(PackFiles files, Set<String> ruleNames, String... patterns) {
    for (Set<String> rules : List.of(ruleNames, Set.<String>of())) {
      for (String pattern : patterns) {
        Map<String, List<MatchResult>> found = find(files, rules, Pattern.compile(pattern));
        for (Map.Entry<String, List<MatchResult>> file : found.entrySet()) {
          return files.at(file.getKey(), file.getValue().get(0).start());
        }
      }
    }
    return Location.of(files.folder());
  }

  /**
   * Where code stands in a text, however its white space is laid out; a name within a longer one is
   * another.
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

  private static boolean isOneName(char one, char next) {
    return Character.isJavaIdentifierPart(one) && Character.isJavaIdentifierPart(next);
  }

  private static boolean startsWithCode(String text, int start, String wanted) {
    if (start > 0 && isOneName(text.charAt(start - 1), text.charAt(start))) {
      return false;
    }
    int matched = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        if (c != wanted.charAt(matched)) {
          return false;
        }
        matched++;
        if (matched == wanted.length()) {
          return i + 1 == text.length() || !isOneName(c, text.charAt(i + 1));
        }
      }
    }
    return false;
  }
}
