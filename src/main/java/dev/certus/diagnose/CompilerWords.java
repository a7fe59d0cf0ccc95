package dev.certus.diagnose;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages of Drools' compiler, and of the Java compiler behind it, in words for authors. */
public final class CompilerWords {

  private static final Pattern IMPORT =
      Pattern.compile("(?i)Only a type can be imported\\. (\\S+) resolves to a package");
  private static final Pattern NO_TYPE = Pattern.compile("(?i)(\\w+) cannot be resolved to a type");
  private static final Pattern ON_TYPE =
      Pattern.compile("(?:from the type|redeclaration of type) (\\w+)");
  private static final Pattern NAMED_LAST =
      Pattern.compile(
          "(?s)(?:Unknown field (\\w+) on class .*|(?:Unable to Analyse Expression|.*?:) ?(.+?):?\\s*)");
  private static final Pattern PLAIN_START =
      Pattern.compile(
          "^(The|Unable|Unknown|Duplicate|Only|Cannot|Incompatible|Comparison|Type|Syntax|Unhandled|Wrong|Unreachable|Dead)\\b");
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(?:this cannot be understood: `|unable to parse left part of expression: )(.*?)`?");
  private static final Pattern UNCLEAR = Pattern.compile("Unable to Analyse Expression (.*?):?");
  private static final Pattern IN_BINDING =
      Pattern.compile("Variables can not be used inside bindings\\. Variable \\[(\\w+)\\].*");
  private static final Pattern GENERATED =
      Pattern.compile(
          "\\b(alphaIndexedBy|betaIndexedBy|LambdaExtractor\\w*|LambdaPredicate\\w*)\\b");

  private CompilerWords() {}

  /** The first line of what an exception of the compiler says. */
  public static String firstLine(RuntimeException exception) {
    return String.valueOf(exception.getMessage()).lines().findFirst().orElse("").strip();
  }

  /** The type that a message is about, or null. */
  static String type(String message) {
    for (Pattern pattern : List.of(IMPORT, NO_TYPE, ON_TYPE)) {
      Matcher matcher = pattern.matcher(message);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return null;
  }

  /** Whether a message says that a type is missing, after which much else fails. */
  static boolean isMissingType(String message) {
    return IMPORT.matcher(message).find() || NO_TYPE.matcher(message).find();
  }

  static boolean isMissingImport(String message) {
    return IMPORT.matcher(message).find();
  }

  /** The code that a message names last, else the message. */
  static String code(String message) {
    Matcher last = NAMED_LAST.matcher(message);
    if (!last.matches()) {
      return message;
    }
    return last.group(1) == null ? last.group(2) : last.group(1);
  }

  /** The expression that a message, in words for authors, says cannot be understood; or null. */
  static String unclear(String message) {
    Matcher expression = EXPRESSION.matcher(message);
    return expression.matches() ? expression.group(1) : null;
  }

  /** The first line, in lower case where it begins with a plain English word. */
  static String plain(String message) {
    if (GENERATED.matcher(message).find()) {
      return "the two sides of this comparison are not of the same type";
    }
    String line = message.lines().findFirst().orElse("").strip();
    Matcher binding = IN_BINDING.matcher(line);
    if (binding.matches()) {
      return "a binding cannot use `%s`: insert a fact with the value, and match that in a later phase"
          .formatted(binding.group(1));
    }
    Matcher unclear = UNCLEAR.matcher(line);
    if (unclear.matches()) {
      return "this cannot be understood: `%s`".formatted(unclear.group(1));
    }
    return PLAIN_START.matcher(line).find()
        ? Character.toLowerCase(line.charAt(0)) + line.substring(1)
        : line;
  }
}
