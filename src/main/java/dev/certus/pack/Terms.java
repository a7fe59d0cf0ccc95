package dev.certus.pack;

import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The terms of a pack, as rules use them. Every look-up is for a day, since terms change by date:
 * the value in force on that day counts.
 *
 * <p>All methods throw {@link IllegalArgumentException} where the pack has no such term, no value
 * for the day or key, or a term of another unit than the method adds up.
 */
public final class Terms {

  private final Map<String, Term> byName = new LinkedHashMap<>();
  private final BiConsumer<Term, Object> observer;

  /** The given terms. */
  public Terms(Collection<Term> terms) {
    this(terms, null);
  }

  private Terms(Collection<Term> terms, BiConsumer<Term, Object> observer) {
    terms.forEach(term -> byName.put(term.name(), term));
    this.observer = observer;
  }

  /**
   * The same terms, which pass each use to {@code observer}: the term and the result, a {@link
   * Day}, a {@link Moment} or a number.
   */
  public Terms observed(BiConsumer<Term, Object> observer) {
    return new Terms(all(), observer);
  }

  private <T> T used(String name, T result) {
    if (observer != null) {
      observer.accept(byName.get(name), result);
    }
    return result;
  }

  /** All terms, in the pack's order. */
  public Collection<Term> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** Whether rules that use these terms rightly use others rightly: by name, for their units. */
  public boolean areUsedLike(Terms others) {
    return byName.values().stream()
        .allMatch(
            term -> {
              Term other = others.byName.get(term.name());
              return other == null || term.unit().isUsedLike(other.unit());
            });
  }

  /** The day a calendar term after {@code day}, by the value in force on that day. */
  public Day after(String name, Day day) {
    return after(name, Term.ANY, day);
  }

  /** Like {@link #after(String, Day)}, for a term with different values by key. */
  public Day after(String name, String key, Day day) {
    return used(name, day.plus(period(name, key, day)));
  }

  /** The day a calendar term before {@code day}, by the value in force on that day. */
  public Day before(String name, Day day) {
    return used(name, day.minus(period(name, Term.ANY, day)));
  }

  /**
   * The day a calendar term after {@code day}, by the value in force on another day: that of the
   * event that the period is granted by, where it is counted from a later day.
   */
  public Day afterAsOf(String name, Day on, Day day) {
    return used(name, day.plus(period(name, Term.ANY, on)));
  }

  /** The day a calendar term before {@code day}, by the value in force on another day. */
  public Day beforeAsOf(String name, Day on, Day day) {
    return used(name, day.minus(period(name, Term.ANY, on)));
  }

  /** The moment a term of elapsed time after {@code moment}, by the value in force on a day. */
  public Moment afterAsOf(String name, Day on, Moment moment) {
    return used(name, moment.plus(duration(name, on)));
  }

  /** The moment a term of elapsed time before {@code moment}, by the value in force on a day. */
  public Moment beforeAsOf(String name, Day on, Moment moment) {
    return used(name, moment.minus(duration(name, on)));
  }

  /** The moment a term of elapsed time after {@code moment}. */
  public Moment after(String name, Moment moment) {
    return used(name, moment.plus(duration(name, moment.day())));
  }

  /** The moment a term of elapsed time before {@code moment}. */
  public Moment before(String name, Moment moment) {
    return used(name, moment.minus(duration(name, moment.day())));
  }

  /**
   * Whether a day lies in an interval of dates.
   *
   * @param from the first date, or an empty text for always
   * @param until the first date after, or an empty text for ever
   */
  public boolean isInForce(Day on, String from, String until) {
    return (from.isEmpty() || !on.isBefore(LocalDate.parse(from)))
        && (until.isEmpty() || on.isBefore(LocalDate.parse(until)));
  }

  /** The value of a term that counts something. */
  public int count(String name, Day on) {
    return used(name, whole(name, Unit.COUNT, Term.ANY, on));
  }

  /** The value of a term that is a score. */
  public int score(String name, String key, Day on) {
    return used(name, whole(name, Unit.SCORE, key, on));
  }

  /** The value of a term that is an amount of money, in its {@link #currency}. */
  public BigDecimal money(String name, String key, Day on) {
    return used(name, required(name, Unit.MONEY).amount(key, on));
  }

  /** The ISO 4217 code of a term that is an amount of money. */
  public String currency(String name) {
    return required(name, Unit.MONEY).currency();
  }

  private Period period(String name, String key, Day on) {
    Term term = required(name);
    if (!term.unit().isCalendar()) {
      throw wrongUnit(term, "a calendar unit: a period of days, months or years is added to a day");
    }
    return term.unit().period(term.amount(key, on).intValueExact());
  }

  private Duration duration(String name, Day on) {
    Term term = required(name, Unit.ELAPSED_HOURS);
    return term.unit().duration(term.amount(Term.ANY, on).intValueExact());
  }

  private int whole(String name, Unit unit, String key, Day on) {
    return required(name, unit).amount(key, on).intValueExact();
  }

  private Term required(String name, Unit unit) {
    Term term = required(name);
    if (term.unit() != unit) {
      throw wrongUnit(term, unit.toString());
    }
    return term;
  }

  private Term required(String name) {
    Term term = byName.get(name);
    if (term == null) {
      throw new IllegalArgumentException(
          "the pack has no term `%s`; it has %s".formatted(name, byName.keySet()));
    }
    return term;
  }

  private static IllegalArgumentException wrongUnit(Term term, String expected) {
    return new IllegalArgumentException(
        "term `%s` counts %s (%s), but the rule needs %s"
            .formatted(term.name(), term.unit(), term.at(), expected));
  }
}
