package dev.certus.batch;

import java.io.IOException;

/** Is told how a run goes, in the order of the records, by one thread. */
public interface RunListener {

  /** A record got no decisions. */
  void rejected(Rejection rejection) throws IOException;

  /** A candidate was answered who had been answered before; both answers stand. */
  void repeated(Place place, String candidateId);

  /**
   * Some more records were dealt with.
   *
   * @param share the share of the source that was read, 0 to 1, or NaN where that cannot be told
   */
  void progressed(Tally tally, double share);

  /**
   * Makes durable what was kept of rejected records, and tells how many bytes that are; what is
   * kept next stands apart, as {@link Sink#cut} has it.
   */
  long cutRejected() throws IOException;
}
