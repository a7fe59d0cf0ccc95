package dev.certus.record;

import dev.certus.problem.DidYouMean;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.math.BigDecimal;
import java.util.List;

/** Reads what a pack says of a field beside its type; what it does not say is as it was before. */
final class FieldReader {

  private static final BigDecimal LEAST = BigDecimal.ZERO;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  private final String name;
  private final Fields fields;
  private final RecordField before;

  /**
   * A reader.
   *
   * @param fields what is said, or null where only the type is
   * @param before the field as it was, or null
   */
  FieldReader(String name, Fields fields, RecordField before) {
    this.name = name;
    this.fields = fields;
    this.before = before;
  }

  /** The field, of a type that it has or had. */
  RecordField of(RecordField type) {
    FieldKind kind = type.kind();
    BigDecimal[] range = range(type);
    boolean required = required();
    RecordField plain =
        new RecordField(
            name,
            kind,
            required,
            null,
            range[0],
            range[1],
            type.words(),
            type.object(),
            null,
            "",
            "");
    Object otherwise = otherwise(plain);
    if (required && otherwise != null && kind != FieldKind.FLAG) {
      throw fields
          .required("default")
          .problem("a required field needs no default", "remove `default` or `required`");
    }
    return new RecordField(
        name,
        kind,
        required,
        otherwise,
        range[0],
        range[1],
        type.words(),
        type.object(),
        of(kind),
        said("description", before == null ? "" : before.description()),
        said("unit", before == null ? "" : before.unit()));
  }

  private String said(String attribute, String otherwise) {
    return fields == null ? otherwise : fields.text(attribute, otherwise);
  }

  private String of(FieldKind kind) {
    Yaml list = fields == null ? null : fields.optional("of");
    if (list == null) {
      return before == null ? null : before.of();
    }
    if (kind != FieldKind.TEXT && kind != FieldKind.NAME) {
      throw list.problem("only a text names a fact by its id", "write `type: name`");
    }
    return list.text();
  }

  private boolean required() {
    return (fields == null || fields.optional("required") == null)
        ? before != null && before.required()
        : fields.flag("required");
  }

  private BigDecimal[] range(RecordField type) {
    boolean number = type.kind() == FieldKind.NUMBER || type.kind() == FieldKind.DECIMAL;
    Yaml range = fields == null ? null : fields.optional("range");
    if (range == null) {
      boolean had = before != null && before.least() != null && before.kind() == type.kind();
      return !number
          ? new BigDecimal[2]
          : had ? new BigDecimal[] {before.least(), before.most()} : new BigDecimal[] {LEAST, MOST};
    }
    List<Yaml> ends = range.list();
    if (!number || ends.size() != 2) {
      throw range.problem(
          number ? "a range has two ends" : "only numbers have a range", "write `range: [0, 100]`");
    }
    BigDecimal least = Fields.number(ends.get(0));
    BigDecimal most = Fields.number(ends.get(1));
    boolean broken = type.kind() == FieldKind.NUMBER && !(isWhole(least) && isWhole(most));
    if (broken) {
      throw range.problem("the range of a whole number has whole ends", "or is it a `decimal`?");
    }
    if (least.compareTo(most) > 0 || most.abs().max(least.abs()).compareTo(LIMIT) > 0) {
      throw range.problem(
          "the range ends before it begins, or beyond a thousand million",
          "write the least number first");
    }
    return new BigDecimal[] {least, most};
  }

  private static final BigDecimal LIMIT = BigDecimal.valueOf(1_000_000_000);

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /** Flags are false where nothing else is said. */
  private Object otherwise(RecordField field) {
    Yaml value = fields == null ? null : fields.optional("default");
    if (value == null) {
      Object kept = before != null && before.kind() == field.kind() ? before.otherwise() : null;
      return kept == null && field.kind() == FieldKind.FLAG && !field.required() ? false : kept;
    }
    Object read = FieldType.of(field).of(value.plain());
    if (read == null) {
      throw value.problem(
          "the default is not %s".formatted(FieldType.of(field).expected()),
          field.words() == null
              ? "write a value that records can have"
              : DidYouMean.oneOf(value.text(), field.words().all()));
    }
    return read;
  }
}
