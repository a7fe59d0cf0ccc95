package dev.certus.pack;

import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A number of a term, with its place in the text of {@code terms.yaml}.
 *
 * @param term the term's name
 * @param unit its unit
 * @param key the key of the number, such as an exam's level; empty where the term has one number
 * @param value the number, with the decimal places that it is written with
 * @param start the offset at which it begins
 * @param end the offset after it
 */
public record TermAmount(String term, Unit unit, String key, BigDecimal value, int start, int end) {

  /** The file that holds the terms. */
  public static final String FILE = "terms.yaml";

  /** All numbers of all terms of a pack that can be read, in the order of the file. */
  public static List<TermAmount> of(PackFiles files) {
    List<TermAmount> amounts = new ArrayList<>();
    files.yaml(FILE).map().forEach((term, yaml) -> add(term, yaml, amounts));
    return amounts;
  }

  private static void add(String term, Yaml yaml, List<TermAmount> amounts) {
    Unit unit = new Fields(yaml).oneOf("unit", List.of(Unit.values()), Unit::toString);
    for (Yaml item : yaml.map().get("values").list()) {
      Yaml value = item.map().get("value");
      Map<String, Yaml> keyed = value.isMap() ? value.map() : Map.of(Term.ANY, value);
      keyed.forEach(
          (key, number) -> {
            if (!number.text().equals(Term.NEVER_WORD)) {
              BigDecimal amount = unit == Unit.DATE ? unit.amount(number) : Fields.number(number);
              amounts.add(new TermAmount(term, unit, key, amount, number.start(), number.end()));
            }
          });
    }
  }

  /**
   * The pack with each number of a term that much greater. Numbers that would be negative stay as
   * they are.
   */
  public static PackFiles shift(PackFiles files, String term, int by) {
    return rewritten(
        files,
        amount -> {
          BigDecimal other = amount.value.add(BigDecimal.valueOf(by));
          return amount.term.equals(term) && other.signum() >= 0
              ? amount.unit.written(other)
              : null;
        });
  }

  /** The pack with the same text in place of each number of each term. */
  static PackFiles masked(PackFiles files) {
    return rewritten(files, amount -> "#");
  }

  /** The pack with other texts of numbers; null leaves one as it is. */
  private static PackFiles rewritten(PackFiles files, Function<TermAmount, String> other) {
    StringBuilder text = new StringBuilder(files.texts().get(FILE));
    List<TermAmount> amounts = of(files);
    Collections.reverse(amounts); // from the last one, so that the offsets stay right
    for (TermAmount amount : amounts) {
      String written = other.apply(amount);
      if (written != null) {
        text.replace(amount.start, amount.end, written);
      }
    }
    return files.with(FILE, text.toString());
  }
}
