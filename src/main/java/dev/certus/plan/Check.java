package dev.certus.plan;

import java.util.List;
import org.objectweb.asm.Label;

/** Something to try, or to work out, on the values that a match has so far. */
@FunctionalInterface
interface Check {

  /**
   * Writes the code that tries it. Control reaches the end of that code where the match can go on.
   *
   * @param other where it jumps when the match cannot go on
   */
  void write(RuleCode code, Label other);

  /** Checks in their order, up to the first that does not pass. */
  static Check all(List<Check> checks) {
    return (code, other) -> checks.forEach(check -> check.write(code, other));
  }

  /** Whether one of some checks passes, tried in their order. */
  static Check any(List<Check> checks) {
    return (code, other) -> {
      Label passed = new Label();
      for (Check check : checks) {
        Label next = new Label();
        check.write(code, next);
        code.jump(passed);
        code.at(next);
      }
      code.jump(other);
      code.at(passed);
    };
  }
}
