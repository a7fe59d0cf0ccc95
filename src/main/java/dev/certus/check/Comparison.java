package dev.certus.check;

import dev.certus.drl.Code;
import dev.certus.drl.ConditionSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a condition compares.
 *
 * @param left what it asks of, such as a field
 * @param signs the signs that comparing it with {@code right} may have
 * @param right what it is compared with
 */
record Comparison(String left, List<Integer> signs, String right) {

  private static final Pattern COMPARED =
      Pattern.compile("([\\w.$]+)\\s*(==|!=|<=|>=|<|>)\\s*([\\w.$]+|\"[^\"]*\")");
  private static final Pattern FLAG = Pattern.compile("(!?)\\s*([\\w.$]+)");
  private static final Pattern CONSTANT =
      Pattern.compile("null|true|false|\"[^\"]*\"|[A-Z]\\w*\\.[A-Z_]+");
  private static final Map<String, List<Integer>> SIGNS =
      Map.of(
          "==", List.of(0),
          "!=", List.of(-1, 1),
          "<", List.of(-1),
          ">", List.of(1),
          "<=", List.of(-1, 0),
          ">=", List.of(0, 1));

  /** The comparisons that a fact must all meet; those that it may meet instead of others not. */
  static List<Comparison> all(ConditionSource condition) {
    String expression = Code.bare(condition.expression());
    if (condition.bindsOnly() || Code.split(expression, "||").size() > 1) {
      return List.of();
    }
    return Code.split(expression, "&&").stream()
        .map(Comparison::of)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Comparison of(String expression) {
    String text = Code.bare(expression);
    Matcher compared = COMPARED.matcher(text);
    if (compared.matches()) {
      return new Comparison(compared.group(1), SIGNS.get(compared.group(2)), compared.group(3));
    }
    Matcher flag = FLAG.matcher(text);
    return flag.matches()
        ? new Comparison(flag.group(2), SIGNS.get("=="), flag.group(1).isEmpty() ? "true" : "false")
        : null;
  }

  /** Whether nothing can meet both. */
  boolean contradicts(Comparison other) {
    return left.equals(other.left)
        && (right.equals(other.right)
            ? Collections.disjoint(signs, other.signs)
            : isOneValue() && other.isOneValue());
  }

  /** Whether it asks for one value, and says which. */
  private boolean isOneValue() {
    return signs.equals(SIGNS.get("==")) && CONSTANT.matcher(right).matches();
  }
}
