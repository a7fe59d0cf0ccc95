package dev.certus.explain;

import dev.certus.decision.Subject;
import dev.certus.drl.Code;
import dev.certus.drl.GiveSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the decision would be that a rule gives, as far as the values in sight tell. */
final class Gift {

  private static final Pattern OF =
      Pattern.compile("(?:Subject\\s*\\.\\s*)?(\\w+)\\s*\\((.*)\\)", Pattern.DOTALL);

  private Gift() {}

  /** Whether it may have a code. */
  static boolean mayBe(GiveSource give, String wanted, Values values) {
    try {
      return wanted.equals(values.of(chosen(give.code(), values)));
    } catch (Values.Unknown e) {
      return true;
    }
  }

  /** The expression for the code itself, where a condition chooses between two. */
  private static String chosen(String code, Values values) throws Values.Unknown {
    List<String> parts = Code.split(code, "?");
    if (parts.size() != 2) {
      return code;
    }
    List<String> choices = Code.split(parts.get(1), ":");
    return choices.get(Boolean.TRUE.equals(values.of(parts.get(0))) ? 0 : 1);
  }

  /** Whether it may be about a subject of a kind. */
  static boolean mayBeAbout(GiveSource give, String kind) {
    Matcher of = OF.matcher(give.subject());
    return !of.matches() || of.group(1).equals(kind);
  }

  /** What it is about, or null where the values do not tell. */
  static Subject about(GiveSource give, Values values) {
    try {
      Matcher of = OF.matcher(give.subject());
      return of.matches()
          ? new Subject(of.group(1), String.valueOf(values.of(of.group(2))))
          : (Subject) values.of(give.subject());
    } catch (Values.Unknown e) {
      return null;
    }
  }
}
