package dev.certus.rulebook;

import dev.certus.drl.DrlSources;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.drl.TypeSource;
import dev.certus.pack.PackFiles;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.Location;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Guesses which type, field, method or variable somebody meant to write in a rule. */
final class Spelling {

  private static final Pattern WORD = Pattern.compile("[$\\w]+");
  private static final Pattern CLASS = Pattern.compile("[a-z]\\w*(?:\\.[a-z]\\w*)+\\.([A-Z]\\w*)");
  private static final Pattern GETTER = Pattern.compile("(?:is|get)([A-Z]\\w*)");
  private static final String OURS = "dev.certus.";
  private static final Set<String> KEYWORDS =
      Set.of("null", "true", "false", "not", "in", "contains", "memberOf", "matches", "terms");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+(?=\\s*:)");

  private final PackFiles files;
  private final DrlSources sources;
  private final Set<String> types = new LinkedHashSet<>();
  private final Set<String> members = new LinkedHashSet<>();
  private final Set<Class<?>> known = new HashSet<>();

  Spelling(PackFiles files) {
    this.files = files;
    this.sources = DrlSources.of(files);
    learn();
  }

  /** "did you mean …?" for the word at a place of a DRL file, or null where none is near. */
  String help(Location at) {
    String word = lastName(line(at));
    return word.isEmpty()
        ? null
        : DidYouMean.nearest(word, candidates(at, word))
            .filter(near -> !near.equals(word))
            .map("did you mean `%s`?"::formatted)
            .orElse(null);
  }

  /** Where the first word of an expression that nothing is called stands, else {@code at}. */
  Location unknown(Location at, String expression) {
    Matcher word = WORD.matcher(expression);
    String line = line(at);
    while (word.find()) {
      boolean name = !Character.isDigit(word.group().charAt(0)) && line.startsWith(expression);
      if (name && !isKnown(at, word.group())) {
        return new Location(at.file(), at.line(), at.column() + word.start());
      }
    }
    return at;
  }

  private boolean isKnown(Location at, String word) {
    return KEYWORDS.contains(word) || candidates(at, word).contains(word);
  }

  /** The rest of the line from a place on; empty where the place is no column of a file. */
  private String line(Location at) {
    String prefix = files.folder() + "/";
    if (at.column() < 1 || !at.file().startsWith(prefix)) {
      return "";
    }
    String text = files.texts().get(at.file().substring(prefix.length()));
    String line = text.lines().skip(at.line() - 1L).findFirst().orElse("");
    return at.column() > line.length() ? "" : line.substring(at.column() - 1);
  }

  /** The name that a line begins with; of a class with its package, the class. */
  private static String lastName(String line) {
    Matcher name = CLASS.matcher(line);
    if (name.lookingAt()) {
      return name.group(1);
    }
    Matcher word = WORD.matcher(line);
    return word.lookingAt() ? word.group() : "";
  }

  private Set<String> candidates(Location at, String word) {
    if (word.startsWith("$")) {
      return variables(at);
    }
    return Character.isUpperCase(word.charAt(0)) ? types : members;
  }

  /** What can be named: declared and imported types, and the types that their members have. */
  private void learn() {
    for (TypeSource declared : sources.types()) {
      types.add(declared.name());
      types.addAll(declared.fields().values());
      members.addAll(declared.fields().keySet());
    }
    Deque<Class<?>> found = new ArrayDeque<>();
    for (Span imported : sources.imports()) {
      try {
        found.add(Class.forName(imported.text()));
      } catch (ClassNotFoundException e) {
        members.add(imported.text().substring(imported.text().lastIndexOf('.') + 1)); // static
      }
    }
    while (!found.isEmpty()) {
      learn(found.poll(), found);
    }
  }

  private void learn(Class<?> type, Deque<Class<?>> found) {
    types.add(type.getSimpleName());
    for (Field constant : type.getFields()) {
      types.add(constant.getName());
    }
    for (Method method : type.getMethods()) {
      members.add(method.getName());
      members.add(property(method.getName()));
      Class<?> result = method.getReturnType();
      if (result.getName().startsWith(OURS) && known.add(result)) {
        found.add(result);
      }
    }
  }

  /** What conditions call a getter. */
  private static String property(String method) {
    Matcher getter = GETTER.matcher(method);
    return getter.matches()
        ? Character.toLowerCase(getter.group(1).charAt(0)) + getter.group(1).substring(1)
        : method;
  }

  private Set<String> variables(Location at) {
    return sources.rules().stream()
        .filter(rule -> contains(rule, at))
        .flatMap(rule -> VARIABLE.matcher(rule.whole().text()).results())
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private boolean contains(RuleSource rule, Location at) {
    Location start = rule.whole().at(files);
    int lines = (int) rule.whole().text().lines().count();
    return start.file().equals(at.file())
        && at.line() >= start.line()
        && at.line() < start.line() + lines;
  }
}
