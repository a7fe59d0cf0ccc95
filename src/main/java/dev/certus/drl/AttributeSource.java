package dev.certus.drl;

/**
 * An attribute of a rule, such as {@code salience 10}.
 *
 * @param name its name
 * @param at its place
 * @param value its value as it is written, or null where it has none
 */
public record AttributeSource(String name, Span at, Span value) {

  /** Its value without quotes. */
  public Span text() {
    return AnnotationSource.unquoted(value);
  }
}
