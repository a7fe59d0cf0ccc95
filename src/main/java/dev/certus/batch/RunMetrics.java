package dev.certus.batch;

import java.util.SortedMap;

/**
 * What a run came to, in numbers.
 *
 * @param tally what came of the records, of an earlier run that this one went on from included
 * @param firings how often each rule fired, by its name; of this run alone
 * @param records how many records this run alone dealt with
 * @param seconds how long this run alone took
 */
public record RunMetrics(
    Tally tally, SortedMap<String, Long> firings, long records, double seconds) {

  /** How many records this run dealt with in a second, on average. */
  public double recordsPerSecond() {
    return seconds == 0 ? 0 : records / seconds;
  }
}
