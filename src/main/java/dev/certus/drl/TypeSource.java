package dev.certus.drl;

import java.util.List;

/**
 * A fact type that a pack declares.
 *
 * @param name the type's name
 * @param parentAt where it names the type that it extends, or null
 * @param fields its own fields
 * @param annotations its annotations
 * @param at its name
 * @param whole all of it, from {@code declare} to {@code end}
 */
public record TypeSource(
    String name,
    Span parentAt,
    List<FieldSource> fields,
    List<AnnotationSource> annotations,
    Span at,
    Span whole) {

  /**
   * A field of a declared type.
   *
   * @param name its name
   * @param type the name of its type
   * @param at the place of its name
   * @param typeAt the place of its type
   * @param initial its initial value, or null
   */
  public record FieldSource(
      String name, String type, Span at, Span typeAt, ExpressionSource initial) {}

  /** The name of the type that it extends, or null. */
  public String parent() {
    return parentAt == null ? null : parentAt.text();
  }

  /** A sentence about such a fact, a {@link Template}, or null. */
  public String says() {
    Span at = saysAt();
    return at == null ? null : at.text();
  }

  /** The fields that the sentence names, each with its place; a path such as {@code exam.code}. */
  public List<Span> saysFields() {
    Span sentence = saysAt();
    return sentence == null ? List.of() : Template.of(sentence).fields();
  }

  /** The place of that sentence, without its quotes, or null. */
  public Span saysAt() {
    return annotations.stream()
        .filter(annotation -> annotation.name().equals("says"))
        .map(AnnotationSource::text)
        .findFirst()
        .orElse(null);
  }
}
