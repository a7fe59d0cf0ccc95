package dev.certus.explain;

import dev.certus.decision.Subject;
import dev.certus.drl.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decision that a rule gives, as its consequence says it.
 *
 * @param code the expression for its code
 * @param subject the expression for its subject
 */
record Gift(String code, String subject) {

  private static final Pattern CALL = Pattern.compile("\\bdecisions\\s*\\.\\s*give\\s*\\(");
  private static final Pattern OF =
      Pattern.compile("(?:Subject\\s*\\.\\s*)?(\\w+)\\s*\\((.*)\\)", Pattern.DOTALL);

  /** The decisions that a rule gives. */
  static List<Gift> of(RuleSource rule) {
    List<Gift> gifts = new ArrayList<>();
    String code = rule.consequence().text();
    Matcher call = CALL.matcher(code);
    while (call.find()) {
      List<String> arguments =
          Values.split(code.substring(call.end(), Values.closing(code, call.end())), ",");
      gifts.add(new Gift(arguments.get(0), arguments.get(1)));
    }
    return gifts;
  }

  /** Whether its code is not written there but comes from the facts. */
  boolean isCodeDerived() {
    return !code.startsWith("\"");
  }

  /** Whether it gives a code, as far as the values tell. */
  boolean mayBe(String wanted, Values values) {
    try {
      return wanted.equals(values.of(code));
    } catch (Values.Unknown e) {
      return true;
    }
  }

  /** Whether it may be about a subject of a kind, as far as it is written there. */
  boolean mayBeAbout(String kind) {
    Matcher of = OF.matcher(subject);
    return !of.matches() || of.group(1).equals(kind);
  }

  /** What it is about, or null where the values do not tell. */
  Subject about(Values values) {
    try {
      Matcher of = OF.matcher(subject);
      return of.matches()
          ? new Subject(of.group(1), String.valueOf(values.of(of.group(2))))
          : (Subject) values.of(subject);
    } catch (Values.Unknown e) {
      return null;
    }
  }
}
