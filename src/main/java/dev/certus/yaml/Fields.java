package dev.certus.yaml;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.PackException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of one mapping of a YAML file, read by name. {@link #done} rejects fields that were
 * not read, so that a misspelt name is never ignored.
 */
public final class Fields {

  private final Yaml owner;
  private final Map<String, Yaml> values;
  private final Set<String> asked = new LinkedHashSet<>();

  /** The fields of a mapping. */
  public Fields(Yaml owner) {
    this.owner = owner;
    this.values = owner.map();
  }

  /** The node of a field, or null where it is missing or empty. */
  public Yaml optional(String name) {
    asked.add(name);
    Yaml value = values.get(name);
    return value == null || value.isNull() ? null : value;
  }

  /** The node of a field that must be there. */
  public Yaml required(String name) {
    Yaml value = optional(name);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  /** The problem that a field is missing, or that a similar one, not read so far, is misspelt. */
  private PackException missing(String name) {
    List<String> others = values.keySet().stream().filter(key -> !asked.contains(key)).toList();
    return DidYouMean.nearest(name, others)
        .map(misspelt -> meaningless(misspelt, List.of(name)))
        .orElseGet(
            () ->
                owner.problem(
                    "`%s` is missing here".formatted(name), "add `%s: …`".formatted(name)));
  }

  private PackException meaningless(String name, Collection<String> known) {
    return new PackException(
        owner.keyAt(name),
        "`%s` has no meaning here".formatted(name),
        DidYouMean.oneOf(name, known));
  }

  /** The text of a field that must be there. */
  public String text(String name) {
    return required(name).text();
  }

  /** The text of a field, or another where it is missing or empty. */
  public String text(String name, String otherwise) {
    Yaml value = optional(name);
    return value == null ? otherwise : value.text();
  }

  /** Whether a field is {@code true}; false where it is missing or empty. */
  public boolean flag(String name) {
    Yaml value = optional(name);
    return value != null && flag(name, value);
  }

  /** Whether the node of a field is {@code true}. */
  public static boolean flag(String name, Yaml value) {
    if (!(value.plain() instanceof Boolean flag)) {
      throw value.problem("`%s` is true or false".formatted(name), null);
    }
    return flag;
  }

  /** The date of a field that must be there. */
  public LocalDate date(String name) {
    return date(name, required(name));
  }

  /** The date of a field, or null where it is missing or empty. */
  public LocalDate optionalDate(String name) {
    Yaml value = optional(name);
    return value == null ? null : date(name, value);
  }

  /** The date that the node of a field holds. */
  public static LocalDate date(String name, Yaml value) {
    try {
      return LocalDate.parse(value.text());
    } catch (DateTimeParseException e) {
      throw value.problem(
          "`%s` is not a date: `%s`".formatted(name, value.text()), "write it as 2026-08-18");
    }
  }

  /** The number that a node holds. */
  public static BigDecimal number(Yaml value) {
    try {
      return new BigDecimal(value.text());
    } catch (NumberFormatException e) {
      throw value.problem("`%s` is not a number".formatted(value.text()), null);
    }
  }

  /** The choice whose word a field holds; it must hold one of them. */
  public <T> T oneOf(String name, Collection<T> choices, Function<T, String> word) {
    Yaml value = required(name);
    return choices.stream()
        .filter(choice -> word.apply(choice).equals(value.text()))
        .findFirst()
        .orElseThrow(
            () ->
                value.problem(
                    "`%s` cannot be `%s`".formatted(name, value.text()),
                    DidYouMean.oneOf(value.text(), choices.stream().map(word).toList())));
  }

  /**
   * Ends the reading.
   *
   * @throws PackException where there is a field that was not read
   */
  public void done() {
    for (String name : values.keySet()) {
      if (!asked.contains(name)) {
        throw meaningless(name, asked);
      }
    }
  }
}
