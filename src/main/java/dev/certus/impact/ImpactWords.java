package dev.certus.impact;

import dev.certus.problem.Count;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** What all forms of a comparison say in the same words. */
final class ImpactWords {

  private ImpactWords() {}

  /** What was compared, and how much of it differs. */
  static String summary(Impact impact) {
    String compared =
        "%s compared as of %s".formatted(Count.of(impact.records(), "record"), impact.asOf());
    String differs =
        impact.isNone()
            ? "no decision changes"
            : "%s changed (%s)"
                .formatted(
                    Count.of(impact.changed(), "candidate"),
                    percent(impact.changed(), impact.records()));
    return compared + ": " + differs;
  }

  /** What a sample lets expect of all, or an empty text where there is none. */
  static String estimate(Impact impact) {
    if (!impact.isSample()) {
      return "";
    }
    Estimate estimate = impact.estimate(impact.changed());
    return "a sample of %,d: of all, about %,d change (%,d to %,d, with 95 %% confidence)"
        .formatted(
            impact.records() + impact.skipped(),
            estimate.likely(),
            estimate.least(),
            estimate.most());
  }

  /** What the new pack cannot decide, or an empty text. */
  static String undecided(Impact impact) {
    return impact.undecided() == 0
        ? ""
        : "the new pack cannot decide %s that the old one decides, such as %s"
            .formatted(Count.of(impact.undecided(), "record"), impact.firstUndecided());
  }

  /** How the coming year was looked at. */
  static String year(Impact impact) {
    long sampled = impact.year().get(0).sampled();
    return sampled >= impact.records() + impact.skipped()
        ? "How many candidates have a decision that differs if they are decided on that day, and no new fact comes."
        : "How many candidates have a decision that differs if they are decided on that day, and no new fact comes: by a sample of %,d, with 95 %% confidence."
            .formatted(sampled);
  }

  /** How many candidates differ at a later instant. */
  static String month(MonthImpact month) {
    Estimate estimate = month.estimate();
    return estimate.least() == estimate.most()
        ? Count.of(estimate.likely(), "candidate")
        : "about %s (%,d to %,d)"
            .formatted(Count.of(estimate.likely(), "candidate"), estimate.least(), estimate.most());
  }

  static String percent(long part, long whole) {
    return whole == 0 ? "0 %" : String.format(Locale.ROOT, "%.2f %%", 100.0 * part / whole);
  }

  static String counts(Transition transition) {
    return "%s, %s"
        .formatted(
            Count.of(transition.candidates(), "candidate"),
            Count.of(transition.decisions(), "decision"));
  }

  /** By how far decisions move, or an empty text. */
  static String moved(SortedMap<Long, Long> days) {
    if (days.isEmpty()) {
      return "";
    }
    if (days.size() == 1) {
      return "by " + days(days.firstKey());
    }
    long all = days.values().stream().mapToLong(Long::longValue).sum();
    long seen = 0;
    long median = days.firstKey();
    for (Map.Entry<Long, Long> one : days.entrySet()) {
      if (seen * 2 < all) {
        median = one.getKey();
      }
      seen += one.getValue();
    }
    return "by %s to %s, in the middle %s"
        .formatted(days(days.firstKey()), days(days.lastKey()), days(median));
  }

  static String days(long days) {
    return "%+,d %s".formatted(days, Math.abs(days) == 1 ? "day" : "days");
  }

  static String money(MoneyChange change) {
    BigDecimal more = change.after().subtract(change.before());
    return "%,.2f -> %,.2f (%+,.2f), %s"
        .formatted(change.before(), change.after(), more, Count.of(change.decisions(), "decision"));
  }

  static String condition(ConditionResult result) {
    return "%s: %s (%s)"
        .formatted(
            result.condition().text(),
            result.holds() ? "holds" : "does not hold",
            Count.of(result.counted(), "candidate"));
  }

  static String how(PackEdit edit) {
    return edit.how().name().toLowerCase(Locale.ROOT);
  }
}
