package dev.certus.drl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition of a pattern, or a variable that it binds, or both.
 *
 * @param span all of it
 * @param binding the variable that it binds, or null
 * @param expression the condition or the field, without the variable
 */
public record ConditionSource(Span span, String binding, String expression) {

  private static final Pattern BINDING =
      Pattern.compile("^(\\$?\\w+)\\s*:(?!:)\\s*(.*)$", Pattern.DOTALL);
  private static final Pattern PATH = Pattern.compile("[\\w$.]+");

  static ConditionSource of(Span span) {
    Matcher binding = BINDING.matcher(span.text());
    return binding.matches()
        ? new ConditionSource(span, binding.group(1), binding.group(2))
        : new ConditionSource(span, null, span.text());
  }

  /** Whether it only binds a variable, so that every fact meets it. */
  public boolean bindsOnly() {
    return binding != null && PATH.matcher(expression).matches();
  }
}
