package dev.certus.pack;

import dev.certus.record.RecordField;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the values of a term go by.
 *
 * @param of what the keys are: {@code level}, {@code exam}, {@code certification}, {@code ordinal},
 *     a list of words of the record, or an attribute of the catalogue such as {@code exam.product};
 *     empty where they are listed
 * @param listed the keys, where the term lists them itself; else none
 */
public record TermKeys(String of, List<String> listed) {

  /** The keys of a term that goes by a number: first, second, third and later. */
  public static final String ORDINAL = "ordinal";

  /** The keys of a term that goes by the code of an exam. */
  public static final String EXAM = "exam";

  /** The keys of a term that goes by the code of a certification. */
  public static final String CERTIFICATION = "certification";

  /** The keys of a term that goes by the level of an exam. */
  public static final String LEVEL = "level";

  /** The names of keys that every pack has. */
  static final List<String> NAMES = List.of(ORDINAL, EXAM, CERTIFICATION, LEVEL);

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
  private static final Pattern TAIL = Pattern.compile("[0-9]{1,6}[+]");

  /** Keeps an unmodifiable copy of the list. */
  public TermKeys {
    listed = List.copyOf(listed);
  }

  /** Whether a key is a number. */
  static boolean isOrdinal(String key) {
    return NUMBER.matcher(key).matches();
  }

  /** Whether a key stands for a number and all greater ones: {@code 3+}. */
  static boolean isTail(String key) {
    return TAIL.matcher(key).matches();
  }

  /** The number of a key, or that which a tail begins at. */
  static int from(String key) {
    return Integer.parseInt(key.replace("+", ""));
  }

  /** The key that a value of a rule is: a word as records write it, else its text. */
  public static String key(Object value) {
    if (value == null) {
      return Term.DEFAULT;
    }
    return value instanceof Enum<?> word
        ? RecordField.Words.written(word.name())
        : value.toString();
  }
}
