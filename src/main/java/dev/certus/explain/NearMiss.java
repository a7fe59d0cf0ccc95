package dev.certus.explain;

import dev.certus.problem.Location;
import dev.certus.rulebook.RuleInfo;
import java.util.List;

/**
 * Why a rule did not fire.
 *
 * @param rule the rule
 * @param left how many of its steps were not made, 1 or more
 * @param condition the first of what it asks for that is not so, as it is written
 * @param at its place
 * @param grounds the facts and numbers that fail it
 * @param missing why no rule derived a fact that it asks for; empty where it asks for none
 */
public record NearMiss(
    RuleInfo rule,
    int left,
    String condition,
    Location at,
    List<Evidence> grounds,
    List<NearMiss> missing) {

  /** The same, without how facts were derived or why they were not. */
  NearMiss brief() {
    List<Evidence> brief = grounds.stream().map(Evidence::brief).toList();
    return new NearMiss(rule, left, condition, at, brief, List.of());
  }
}
