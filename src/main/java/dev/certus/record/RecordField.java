package dev.certus.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * A field that a record can have.
 *
 * @param name its name in JSON and in rules
 * @param kind what its values are
 * @param required whether it must be there
 * @param otherwise its value where it is missing, or null for none
 * @param least the least number that it can be, or null where it is no number
 * @param most the greatest
 * @param words the list of its words by which rules name them, or null where it has no words
 * @param object the fields of its objects, or null where it holds none
 * @param of the list whose facts its texts name by id, or null where they name none
 * @param description its meaning, in one sentence; empty where nothing is said of it
 * @param unit what its numbers count, or an empty text
 */
public record RecordField(
    String name,
    FieldKind kind,
    boolean required,
    Object otherwise,
    BigDecimal least,
    BigDecimal most,
    Words words,
    RecordObject object,
    String of,
    String description,
    String unit) {

  /**
   * Words, of which a field holds one.
   *
   * @param name what rules call them, such as {@code Outcome}
   * @param all the words as records write them: in lower case, with hyphens
   */
  public record Words(String name, List<String> all) {

    /** Keeps an unmodifiable copy of the list. */
    public Words {
      all = List.copyOf(all);
    }

    /** How rules name a word: {@code test-center} is {@code TEST_CENTER}. */
    public static String constant(String word) {
      return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** How records write a word that rules name so. */
    public static String written(String constant) {
      return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A field of the record's frame: an id, or a zone. */
  static RecordField frame(String name, FieldKind kind, boolean required, String description) {
    return new RecordField(
        name, kind, required, null, null, null, null, null, null, description, "");
  }

  /** Whether rules can rely on a value: one is required, or there is another in its place. */
  public boolean isSure() {
    return required || otherwise != null;
  }

  /** The same field, with a list of words as it is now, where that is its own. */
  RecordField with(Words changed) {
    boolean own = words != null && words.name().equals(changed.name());
    return new RecordField(
        name,
        kind,
        required,
        otherwise,
        least,
        most,
        own ? changed : words,
        object == null ? null : object.with(changed),
        of,
        description,
        unit);
  }
}
