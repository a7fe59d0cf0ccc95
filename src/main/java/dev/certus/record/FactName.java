package dev.certus.record;

/**
 * How rules call what a fact has of a field. The first field that names an exam or a certification
 * gives two: {@code code}, which is what the record says, and the field's own name, which is what
 * the catalogue has.
 */
public final class FactName {

  private static final String CODE = "code";

  private FactName() {}

  /** The name of what the record says. */
  public static String of(RecordObject object, RecordField field) {
    if (!field.kind().isReference()) {
      return field.name();
    }
    RecordField first =
        object.fields().stream().filter(one -> one.kind().isReference()).findFirst().orElse(null);
    return field.equals(first) ? CODE : field.name() + "Code";
  }
}
