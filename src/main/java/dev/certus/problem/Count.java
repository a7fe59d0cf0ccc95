package dev.certus.problem;

import java.util.Locale;

/** Counts in words: {@code 1 record}, {@code 2,000 records}. */
public final class Count {

  private Count() {}

  /** A count of things, whose plural ends in {@code s}. */
  public static String of(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }
}
