package dev.certus.explain;

import dev.certus.decision.Subject;
import dev.certus.drl.GiveSource;
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
      return wanted.equals(values.of(give.code().text()));
    } catch (Values.Unknown e) {
      return true;
    }
  }

  /** Whether it may be about a subject of a kind. */
  static boolean mayBeAbout(GiveSource give, String kind) {
    Matcher of = OF.matcher(give.subject().text());
    return !of.matches() || of.group(1).equals(kind);
  }

  /** What it is about, or null where the values do not tell. */
  static Subject about(GiveSource give, Values values) {
    try {
      Matcher of = OF.matcher(give.subject().text());
      return of.matches()
          ? new Subject(of.group(1), String.valueOf(values.of(of.group(2))))
          : (Subject) values.of(give.subject().text());
    } catch (Values.Unknown e) {
      return null;
    }
  }
}
