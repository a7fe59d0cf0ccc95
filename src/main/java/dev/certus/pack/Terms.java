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
    return moved(name, Term.ANY, day, day, true);
  }

  /**
   * Like {@link #after(String, Day)}, for a term with values by key; and by the value in force on
   * another day, if that is given in place of a key: that of the event which the period is granted
   * by, where it is counted from a later day.
   *
   * @param key a text, a word of a record, or a number; null for the value of all other keys
   */
  public Day after(String name, Object key, Day day) {
    return moved(name, key, day, day, true);
  }

  /** Like {@link #after(String, Object, Day)}, by the value in force on another day. */
  public Day after(String name, Object key, Day on, Day day) {
    return moved(name, key, on, day, true);
  }

  /** The day a calendar term before {@code day}, by the value in force on that day. */
  public Day before(String name, Day day) {
    return moved(name, Term.ANY, day, day, false);
  }

  /** Like {@link #before(String, Day)}, with a key or another day as {@code after} takes them. */
  public Day before(String name, Object key, Day day) {
    return moved(name, key, day, day, false);
  }

  /** Like {@link #before(String, Object, Day)}, by the value in force on another day. */
  public Day before(String name, Object key, Day on, Day day) {
    return moved(name, key, on, day, false);
  }

  /** The moment a term of elapsed time after {@code moment}. */
  public Moment after(String name, Moment moment) {
    return moved(name, Term.ANY, moment.day(), moment, true);
  }

  /** Like {@link #after(String, Moment)}, with a key or another day as for days. */
  public Moment after(String name, Object key, Moment moment) {
    return moved(name, key, moment.day(), moment, true);
  }

  /** Like {@link #after(String, Object, Moment)}, by the value in force on another day. */
  public Moment after(String name, Object key, Day on, Moment moment) {
    return moved(name, key, on, moment, true);
  }

  /** The moment a term of elapsed time before {@code moment}. */
  public Moment before(String name, Moment moment) {
    return moved(name, Term.ANY, moment.day(), moment, false);
  }

  /** Like {@link #before(String, Moment)}, with a key or another day as for days. */
  public Moment before(String name, Object key, Moment moment) {
    return moved(name, key, moment.day(), moment, false);
  }

  /** Like {@link #before(String, Object, Moment)}, by the value in force on another day. */
  public Moment before(String name, Object key, Day on, Moment moment) {
    return moved(name, key, on, moment, false);
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
    return count(name, Term.ANY, on);
  }

  /** Like {@link #count(String, Day)}, for a term with values by key. */
  public int count(String name, Object key, Day on) {
    return whole(name, Unit.COUNT, key, on);
  }

  /** The value of a term that is a score. */
  public int score(String name, Day on) {
    return score(name, Term.ANY, on);
  }

  /** Like {@link #score(String, Day)}, for a term with values by key. */
  public int score(String name, Object key, Day on) {
    return whole(name, Unit.SCORE, key, on);
  }

  /** The value of a term that is a percentage. */
  public int percent(String name, Day on) {
    return percent(name, Term.ANY, on);
  }

  /** Like {@link #percent(String, Day)}, for a term with values by key. */
  public int percent(String name, Object key, Day on) {
    return whole(name, Unit.PERCENT, key, on);
  }

  /** The value of a term that is an amount of money, in its {@link #currency}. */
  public BigDecimal money(String name, Day on) {
    return money(name, Term.ANY, on);
  }

  /** Like {@link #money(String, Day)}, for a term with values by key. */
  public BigDecimal money(String name, Object key, Day on) {
    return used(name, amount(required(name, Unit.MONEY), key, on));
  }

  /** The value of a term that is a date, as a day in the zone of {@code on}. */
  public Day date(String name, Day on) {
    return date(name, Term.ANY, on);
  }

  /** Like {@link #date(String, Day)}, for a term with values by key. */
  public Day date(String name, Object key, Day on) {
    long date = amount(required(name, Unit.DATE), key, on).longValueExact();
    return used(name, new Day(LocalDate.ofEpochDay(date), on.zone()));
  }

  /** The ISO 4217 code of a term that is an amount of money. */
  public String currency(String name) {
    return required(name, Unit.MONEY).currency();
  }

  /** A day moved by a term; null where it never comes. */
  private Day moved(String name, Object key, Day on, Day day, boolean later) {
    Term term = required(name);
    if (!term.unit().isCalendar()) {
      throw wrongUnit(term, "a calendar unit: a period of days, months or years is added to a day");
    }
    BigDecimal amount = amount(term, key, on);
    if (Term.isNever(amount)) {
      return used(name, null);
    }
    Period period = term.unit().period(amount.intValueExact());
    return used(name, later ? day.plus(period) : day.minus(period));
  }

  /** A moment moved by a term; null where it never comes. */
  private Moment moved(String name, Object key, Day on, Moment moment, boolean later) {
    Term term = required(name);
    if (!term.unit().isElapsed()) {
      throw wrongUnit(term, "hours or minutes: elapsed time is added to a moment");
    }
    BigDecimal amount = amount(term, key, on);
    if (Term.isNever(amount)) {
      return used(name, null);
    }
    Duration duration = term.unit().duration(amount.intValueExact());
    return used(name, later ? moment.plus(duration) : moment.minus(duration));
  }

  /** The amount in force: of a key, on a day, or on another one that stands in place of a key. */
  private static BigDecimal amount(Term term, Object key, Day on) {
    return key instanceof Day other
        ? term.amount(Term.ANY, other)
        : term.amount(TermKeys.key(key), on);
  }

  private int whole(String name, Unit unit, Object key, Day on) {
    return used(name, amount(required(name, unit), key, on).intValueExact());
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
