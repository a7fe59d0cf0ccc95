package dev.certus.drl;

/**
 * One condition of a pattern, or a variable that it binds, or both.
 *
 * @param span all of it
 * @param binding the variable that it binds, or null
 * @param code the condition or the field, without the variable
 */
public record ConditionSource(Span span, String binding, ExpressionSource code) {

  /** The condition or the field as it is written, without the variable. */
  public String expression() {
    return code.text();
  }

  /** The condition or the field, without the variable. */
  public Expression tree() {
    return code.tree();
  }

  /** Whether it only binds a variable, so that every fact meets it. */
  public boolean bindsOnly() {
    return binding != null && isPath(code.tree());
  }

  private static boolean isPath(Expression expression) {
    return expression instanceof Expression.Name
        || (expression instanceof Expression.Member member && isPath(member.owner()))
        || (expression instanceof Expression.Call call && isPath(call.owner()));
  }
}
