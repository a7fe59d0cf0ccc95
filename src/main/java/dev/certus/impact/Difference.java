package dev.certus.impact;

import dev.certus.decision.Decision;
import dev.certus.decision.DecisionDiff;
import dev.certus.decision.DecisionFields;
import dev.certus.decision.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Two packs answer differently about one subject.
 *
 * @param before the decision of the old pack; null where it has none
 * @param after the decision of the new pack; null where it has none
 * @param fields where both are of one code and clause, the names of the fields and details in which
 *     they differ; else none
 */
public record Difference(Decision before, Decision after, List<String> fields) {

  /** Keeps an unmodifiable copy of the list. */
  public Difference {
    fields = List.copyOf(fields);
  }

  /** How two answers differ: what comes takes the place of what goes of its subject. */
  public static List<Difference> between(List<Decision> before, List<Decision> after) {
    DecisionDiff diff = DecisionDiff.between(before, after);
    List<Difference> all = new ArrayList<>();
    for (DecisionDiff.Change change : diff.changed()) {
      all.add(new Difference(change.before(), change.after(), fields(change)));
    }
    List<Decision> come = new ArrayList<>(diff.added());
    for (Decision gone : diff.removed()) {
      Decision instead = instead(gone, come);
      come.remove(instead);
      all.add(new Difference(gone, instead, List.of()));
    }
    come.forEach(one -> all.add(new Difference(null, one, List.of())));
    return all;
  }

  /** What comes in place of a decision that goes: of its clause, or else of its subject alone. */
  private static Decision instead(Decision gone, List<Decision> come) {
    Decision instead = null;
    for (Decision one : come) {
      if (one.subject().equals(gone.subject())) {
        if (one.clause().equals(gone.clause())) {
          return one;
        }
        instead = instead == null ? one : instead;
      }
    }
    return instead;
  }

  private static List<String> fields(DecisionDiff.Change change) {
    List<String> names = new ArrayList<>(change.fields());
    if (names.remove("details")) {
      names.addAll(
          DecisionFields.differing(
              change.before().details(), change.after().details(), Objects::equals));
    }
    if (names.size() > 1) {
      names.remove("reason"); // it says the rest in words
    }
    return names;
  }

  /** The values of a field or detail, the old one and the new one. */
  List<Object> values(String field) {
    return Arrays.asList(value(before, field), value(after, field));
  }

  private static Object value(Decision decision, String field) {
    return decision.details().containsKey(field)
        ? decision.details().get(field)
        : DecisionFields.of(decision).get(field);
  }

  /** The one of both that there is, the new one first. */
  public Decision either() {
    return after == null ? before : after;
  }

  /** What it is about. */
  public Subject subject() {
    return either().subject();
  }

  /**
   * In which way decisions differ, in words.
   *
   * @param before the code of the one; empty where there is none
   * @param after the code of the other; empty where there is none
   * @param fields the fields that differ, where the codes are the same
   */
  public static String words(String before, String after, String fields) {
    return before.equals(after)
        ? "%s: other %s".formatted(after, fields)
        : "%s -> %s".formatted(orNone(before), orNone(after));
  }

  private static String orNone(String code) {
    return code.isEmpty() ? "(none)" : code;
  }

  /** The code of a decision, or an empty text. */
  public static String code(Decision decision) {
    return decision == null ? "" : decision.code();
  }
}
