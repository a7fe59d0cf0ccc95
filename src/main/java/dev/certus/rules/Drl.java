package dev.certus.rules;

import dev.certus.policy.Location;
import dev.certus.policy.PackFiles;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds places in a pack's DRL texts. */
final class Drl {

  private static final Pattern RULE = Pattern.compile("(?m)^\\s*rule\\s+\"([^\"]+)\"");

  private Drl() {}

  /** The DRL files among a pack's files, by name. */
  static SortedMap<String, String> in(PackFiles files) {
    SortedMap<String, String> drl = new TreeMap<>(files.texts());
    drl.keySet().removeIf(name -> !name.endsWith(".drl"));
    return drl;
  }

  /** Where a rule begins, or the whole folder where no file has it. */
  static Location rule(PackFiles files, String name) {
    return in(files).entrySet().stream()
        .flatMap(
            file ->
                RULE.matcher(file.getValue())
                    .results()
                    .filter(match -> match.group(1).equals(name))
                    .map(match -> at(files, file.getKey(), match.start(1) - 1)))
        .findFirst()
        .orElse(Location.of(files.folder()));
  }

  /** Where a text first stands at or after the start of a rule, else the start of the rule. */
  static Location within(PackFiles files, String rule, String text) {
    Location start = rule(files, rule);
    String file = start.file().substring(files.folder().length()).replaceFirst("^/", "");
    String drl = files.texts().get(file);
    if (drl == null) {
      return start;
    }
    Matcher header = RULE.matcher(drl);
    while (header.find()) {
      if (header.group(1).equals(rule)) {
        int end = header.find() ? header.start() : drl.length();
        int found = drl.indexOf(text, offset(drl, start.line()));
        return found >= 0 && found < end ? at(files, file, found) : start;
      }
    }
    return start;
  }

  private static int offset(String text, int line) {
    int offset = 0;
    for (int i = 1; i < line; i++) {
      offset = text.indexOf('\n', offset) + 1;
    }
    return offset;
  }

  /** The place of a character of a file. */
  static Location at(PackFiles files, String file, int offset) {
    String before = files.texts().get(file).substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Location(files.path(file), line, offset - before.lastIndexOf('\n'));
  }
}
