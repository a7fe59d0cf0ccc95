package dev.certus.gate;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Span;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What the grammar refuses, as it is found. */
final class Refusals {

  /** What rules may be made of, for who wrote something else. */
  static final String MADE_OF =
      "rules see facts, terms and time; put what else they need into the record or the pack";

  private static final int SHOWN = 80;

  private final DrlTree drl;
  private final List<Problem> problems = new ArrayList<>();

  Refusals(DrlTree drl) {
    this.drl = drl;
  }

  void add(String code, Span at, String message, String help) {
    problems.add(new Problem(code, at.at(drl.files()), message, help));
  }

  void add(Taboo taboo) {
    add(taboo.code(), taboo.at(), taboo.text(), taboo.help());
  }

  /** Refuses a use of a type or of a member. */
  void use(Span at, String what) {
    add("forbidden-call", at, "a rule may not use `%s`".formatted(what), MADE_OF);
  }

  /** A text in short, for messages. */
  static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** How many there are so far. */
  int count() {
    return problems.size();
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
