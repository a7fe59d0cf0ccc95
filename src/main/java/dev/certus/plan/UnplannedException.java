package dev.certus.plan;

import dev.certus.problem.Problem;
import java.util.List;

/** Some rules of a pack cannot be planned. */
public final class UnplannedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Unplanned> rules;

  UnplannedException(List<Unplanned> rules) {
    super("rules that cannot be planned: " + rules);
    this.rules = rules;
  }

  /** The rules, each at its place and with its reason. */
  public List<Problem> problems() {
    return rules.stream().map(Unplanned::problem).toList();
  }
}
