package dev.certus.pack;

import dev.certus.problem.Location;
import dev.certus.time.Day;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A number of the policy, with its unit, where it comes from, and its values by date.
 *
 * @param name the name that rules use
 * @param description its meaning, in one sentence
 * @param unit the unit of its numbers
 * @param currency the ISO 4217 code where the unit is money, else null
 * @param clause the id of the clause that sets it
 * @param reference where the number is stated
 * @param keys the keys that its values go by, or null where it does not say
 * @param values its values, latest first
 * @param at where the pack defines it
 */
public record Term(
    String name,
    String description,
    Unit unit,
    String currency,
    String clause,
    String reference,
    TermKeys keys,
    List<Value> values,
    Location at) {

  /** The key of a value that is the same whatever is asked for. */
  public static final String ANY = "";

  /** The key of a value that serves all keys which have no value of their own. */
  public static final String DEFAULT = "default";

  /** What stands in place of a period that does not end. */
  public static final BigDecimal NEVER = BigDecimal.valueOf(Long.MIN_VALUE);

  /** How packs write it. */
  public static final String NEVER_WORD = "never";

  /** Whether an amount stands for a period that does not end. */
  public static boolean isNever(BigDecimal amount) {
    return amount.compareTo(NEVER) == 0;
  }

  /** Keeps an unmodifiable copy of the list. */
  public Term {
    values = List.copyOf(values);
  }

  /**
   * The number of a term from a day on.
   *
   * @param from the first day, or null for the beginning of time
   * @param until the first day on which it no longer holds, or null where the next one ends it
   * @param amounts the numbers by key (such as an exam's level), or one number under the empty key
   */
  public record Value(LocalDate from, LocalDate until, Map<String, BigDecimal> amounts) {

    /** Keeps an unmodifiable copy of the map, in its order, on which random candidates depend. */
    public Value {
      amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }

    /** The amount of a key: its own, that of a tail such as {@code 3+}, or that of the rest. */
    BigDecimal amount(String key) {
      BigDecimal own = amounts.get(key);
      if (own != null || key.isEmpty()) {
        return own;
      }
      BigDecimal tail = TermKeys.isOrdinal(key) ? tail(Integer.parseInt(key)) : null;
      return tail != null ? tail : amounts.get(DEFAULT);
    }

    /** Whether there is an amount for a key. */
    public boolean has(String key) {
      return amount(key) != null;
    }

    private BigDecimal tail(int ordinal) {
      return amounts.keySet().stream()
          .filter(TermKeys::isTail)
          .filter(key -> TermKeys.from(key) <= ordinal)
          .max(Comparator.comparing(TermKeys::from))
          .map(amounts::get)
          .orElse(null);
    }
  }

  /**
   * The number in force.
   *
   * @param key which of the keyed numbers, or the empty key
   * @throws IllegalArgumentException where the term has no number for that key or day
   */
  public BigDecimal amount(String key, Day on) {
    for (Value value : values) {
      if (value.until() != null && !on.isBefore(value.until())) {
        break; // and no later one has begun
      }
      if (value.from() == null || !on.isBefore(value.from())) {
        return amount(value, key);
      }
    }
    throw new IllegalArgumentException(
        "term `%s` has no value on %s: add one that is in force then (%s)"
            .formatted(name, on.shown(), at));
  }

  private BigDecimal amount(Value value, String key) {
    BigDecimal amount = value.amount(key);
    if (amount == null) {
      throw new IllegalArgumentException(
          key.isEmpty()
              ? "term `%s` has different values by key: say for which (%s)".formatted(name, at)
              : "term `%s` has no value for `%s`: add it (%s)".formatted(name, key, at));
    }
    return amount;
  }
}
