package dev.certus.run;

/**
 * Gets reports of a run, in the order of the records, on the thread that runs it; all but {@link
 * #unknownField}.
 */
public interface RunListener {

  /** The run resumes after so many records that an earlier run decided. */
  default void resumed(long records) {}

  /** Records have a field that is unknown and ignored; once a field, on any thread. */
  default void unknownField(String field) {}

  /** A record got no decisions. */
  default void rejected(Rejection rejection) {}

  /** A candidate was decided a second time; both answers stand. */
  default void repeated(RecordPlace place, String candidateId) {}

  /**
   * Some more records were processed.
   *
   * @param read how many records were read so far, those of the resumed run included
   * @param rejected how many of them were rejected
   * @param share the share of the source that was read, 0 to 1, or NaN where it is unknown
   */
  default void progressed(long read, long rejected, double share) {}
}
