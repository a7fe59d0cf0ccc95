package dev.certus.run;

import java.util.SortedMap;

/**
 * What came of a run.
 *
 * @param tally what came of the records, those of the resumed run included
 * @param firings how often each rule fired, by its name; in this run alone
 * @param records how many records this run alone processed
 * @param repeated how many records were of candidates decided before; in this run alone
 * @param seconds how long this run alone took
 */
public record RunResult(
    Tally tally, SortedMap<String, Long> firings, long records, long repeated, double seconds) {

  /** How many records this run processed a second, on average. */
  public double recordsPerSecond() {
    return seconds == 0 ? 0 : records / seconds;
  }
}
