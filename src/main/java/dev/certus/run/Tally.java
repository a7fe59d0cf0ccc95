package dev.certus.run;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run came to.
 *
 * @param decided records that got their decisions
 * @param decisions how many decisions were given, by code
 * @param rejections how many records were rejected, by reason
 */
public record Tally(
    long decided, SortedMap<String, Long> decisions, SortedMap<String, Long> rejections) {

  /** Nothing yet. */
  public static final Tally NONE = new Tally(0, new TreeMap<>(), new TreeMap<>());

  /** This and another. */
  public Tally plus(Tally more) {
    return new Tally(
        decided + more.decided, sum(decisions, more.decisions), sum(rejections, more.rejections));
  }

  private static SortedMap<String, Long> sum(
      SortedMap<String, Long> some, SortedMap<String, Long> more) {
    SortedMap<String, Long> sum = new TreeMap<>(some);
    more.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return sum;
  }

  /** Records that were rejected. */
  public long rejected() {
    return rejections.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Records that were read. */
  public long read() {
    return decided + rejected();
  }
}
