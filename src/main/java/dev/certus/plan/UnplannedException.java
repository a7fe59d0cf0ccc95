package dev.certus.plan;

import java.util.List;

/** Some rules of a pack cannot be planned. */
public final class UnplannedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Unplanned> rules;

  UnplannedException(List<Unplanned> rules) {
    super("rules that cannot be planned: " + rules);
    this.rules = rules;
  }

  /** The rules, each with its reason. */
  public List<Unplanned> rules() {
    return rules;
  }
}
