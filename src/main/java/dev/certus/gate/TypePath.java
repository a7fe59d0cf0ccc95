package dev.certus.gate;

import dev.certus.drl.DottedName;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.Span;

/**
 * The name of a type in an expression, such as {@code Outcome} or {@code java.time.LocalDate}. A
 * name is taken for that of a type if it begins with a capital letter.
 *
 * @param name as it is written, the package included
 */
record TypePath(String name) {

  /**
   * The type that an expression names, or null.
   *
   * @param rules what rules may name
   */
  static TypePath of(Expression expression, AllowList rules) {
    if (expression instanceof Name name) {
      return isCapital(name.name()) ? new TypePath(name.name()) : null;
    }
    if (expression instanceof Member member && isCapital(member.name())) {
      TypePath outer = of(member.owner(), rules);
      boolean constant = outer != null && outer.has(member.name(), rules);
      return !constant && isNames(member.owner()) ? new TypePath(member.text()) : null;
    }
    return null;
  }

  /** Whether a member is listed, and so no type within this one. */
  private boolean has(String member, AllowList rules) {
    return rules.members(name).contains(member);
  }

  /** The name without the package. */
  String simpleName() {
    return DottedName.last(name);
  }

  /** The place of the last part of a name. */
  static Span last(Expression expression) {
    return expression instanceof Member member ? member.nameAt() : expression.span();
  }

  private static boolean isNames(Expression expression) {
    return expression instanceof Name name
        ? !name.isVariable()
        : expression instanceof Member member && isNames(member.owner());
  }

  private static boolean isCapital(String name) {
    return Character.isUpperCase(name.charAt(0));
  }
}
