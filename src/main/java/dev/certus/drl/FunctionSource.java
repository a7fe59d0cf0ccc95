package dev.certus.drl;

import dev.certus.pack.PackFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function of a pack as it is written: one {@code return} of an expression.
 *
 * @param name the function's name
 * @param whole all of it
 * @param expression what it returns
 */
public record FunctionSource(String name, Span whole, Span expression) {

  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?m)^[ \\t]*(function\\s[^{;]*?\\b(\\w+)\\s*\\([^{;]*\\{\\s*return\\b\\s*([^;{}]*);\\s*})");

  /** All functions of a pack, in the order of the files' names and of their places. */
  public static List<FunctionSource> of(PackFiles files) {
    List<FunctionSource> functions = new ArrayList<>();
    for (String file : files.texts().keySet()) {
      if (file.endsWith(".drl")) {
        Matcher found = FUNCTION.matcher(Code.withoutComments(files.texts().get(file)));
        while (found.find()) {
          Span whole = Span.of(files, file, found.start(1), found.end(1));
          Span expression = Span.of(files, file, found.start(3), found.end(3));
          functions.add(new FunctionSource(found.group(2), whole, expression));
        }
      }
    }
    return functions;
  }

  /** Whether code calls it. */
  public boolean isCalledIn(String code) {
    return Pattern.compile("\\b" + Pattern.quote(name) + "\\s*\\(").matcher(code).find();
  }
}
