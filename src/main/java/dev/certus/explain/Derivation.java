package dev.certus.explain;

import dev.certus.drl.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fact that a rule inserts, as its consequence says it.
 *
 * @param type the fact's type
 * @param arguments the expressions for its fields, in their order
 */
record Derivation(String type, List<String> arguments) {

  private static final Pattern INSERT = Pattern.compile("\\binsert\\s*\\(\\s*new\\s+(\\w+)\\s*\\(");

  /** The facts that a rule inserts. */
  static List<Derivation> of(RuleSource rule) {
    List<Derivation> derivations = new ArrayList<>();
    String code = rule.consequence().text();
    Matcher insert = INSERT.matcher(code);
    while (insert.find()) {
      String arguments = code.substring(insert.end(), Values.closing(code, insert.end()));
      derivations.add(new Derivation(insert.group(1), Values.split(arguments, ",")));
    }
    return derivations;
  }

  /**
   * Whether the fact would have certain values, as far as those in sight tell.
   *
   * @param fields the names of its fields, in their order
   * @param wanted the values by field
   */
  boolean mayHave(Map<String, Object> wanted, List<String> fields, Values values) {
    return wanted.entrySet().stream()
        .allMatch(want -> mayBe(want.getValue(), fields.indexOf(want.getKey()), values));
  }

  private boolean mayBe(Object wanted, int field, Values values) {
    try {
      return field < 0
          || field >= arguments.size()
          || Objects.equals(wanted, values.of(arguments.get(field)));
    } catch (Values.Unknown e) {
      return true;
    }
  }
}
