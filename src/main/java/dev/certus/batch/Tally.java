package dev.certus.batch;

/**
 * What a run came to.
 *
 * @param read records read
 * @param decided records that got their decisions
 * @param rejected records that were set aside
 */
public record Tally(long read, long decided, long rejected) {

  /** Nothing yet. */
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(long moreDecided, long moreRejected) {
    return new Tally(
        read + moreDecided + moreRejected, decided + moreDecided, rejected + moreRejected);
  }
}
