package dev.certus.verify;

import dev.certus.decision.DecisionFields;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Describes how an output differs from what follows from its inputs. */
final class Differences {

  private static final String KIND = "decision";
  private static final String HELP =
      "run `certus explain` on the candidate to see what follows, and decide again";

  private Differences() {}

  static Discrepancy between(String output, Item expected, Item actual) {
    String where = output + actual.place() + ":";
    if (expected.candidateId() != null && !expected.candidateId().equals(actual.candidateId())) {
      String what = "the decisions of %s must stand here".formatted(whose(expected));
      return new Discrepancy(KIND, where, what, whose(expected), whose(actual), HELP);
    }
    Map<String, String> wanted = expected.fields();
    Map<String, String> there = actual.fields();
    List<String> differing = DecisionFields.differing(wanted, there, Objects::equals);
    if (!there.isEmpty() && !differing.isEmpty()) { // an item without fields is damaged
      String name = differing.get(0);
      String what = "%s: `%s` is not what follows".formatted(whose(expected), name);
      return new Discrepancy(
          KIND, where, what, shown(wanted.get(name)), shown(there.get(name)), HELP);
    }
    String what = "%s: it is not written as it must be".formatted(whose(expected));
    return new Discrepancy(
        KIND, where, what, expected.content().toString(), actual.content().toString(), HELP);
  }

  static Discrepancy missing(String output, Item expected) {
    return new Discrepancy(
        KIND,
        output,
        "it ends before the decisions of " + whose(expected),
        whose(expected),
        "the end",
        HELP);
  }

  static Discrepancy extra(String output, Item actual) {
    String what = "decisions of %s that no record gives".formatted(whose(actual));
    return new Discrepancy(
        KIND, output + actual.place() + ":", what, "the end", whose(actual), HELP);
  }

  static Discrepancy unreadable(String output, IOException e) {
    return new Discrepancy(
        "output", output, "it cannot be read on", "what the run wrote", e.getMessage(), HELP);
  }

  private static String whose(Item item) {
    return item.candidateId() == null ? "nobody" : "candidate " + item.candidateId();
  }

  private static String shown(String value) {
    return value == null || value.isEmpty() ? "nothing" : value;
  }
}
