package dev.certus.drl;

/**
 * An annotation of a rule, type or field, such as {@code @clause( "…" )}.
 *
 * @param name its name
 * @param at its place
 * @param value the text in its parentheses; empty where it has none
 */
public record AnnotationSource(String name, Span at, Span value) {

  /** Its value without quotes. */
  public Span text() {
    return unquoted(value);
  }

  static Span unquoted(Span value) {
    String text = value.text();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? value.part(1, text.length() - 1).stripped() : value;
  }
}
