package dev.certus.record;

/**
 * How rules call what a fact has of a field. The first field that names an exam or a certification
 * gives two: {@code code}, which is what the record says, and the field's own name, which is what
 * the catalogue has.
 */
public final class FactName {

  private static final String CODE = "code";

  private FactName() {}

  /** A name in words: {@code RetakeWait} is "retake wait". */
  public static String words(String name) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean next = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
      words.append(next ? " " : "").append(Character.toLowerCase(c));
    }
    return words.toString();
  }

  /** The name of what the record says. */
  public static String of(RecordObject object, RecordField field) {
    if (!field.kind().isReference()) {
      return field.name();
    }
    return field.equals(object.reference()) ? CODE : field.name() + "Code";
  }
}
