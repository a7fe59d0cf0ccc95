package dev.certus.record;

import java.util.List;
import java.util.stream.Collectors;

/** A record breaks its contract; holds all problems that were found. */
public final class RecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String candidateId;
  private final transient List<RecordProblem> problems;

  /**
   * A record with problems.
   *
   * @param candidateId the id of the candidate, or null where it is not known
   * @param problems at least one
   */
  public RecordException(String candidateId, List<RecordProblem> problems) {
    super(problems.stream().map(RecordProblem::toString).collect(Collectors.joining("\n")));
    this.candidateId = candidateId;
    this.problems = List.copyOf(problems);
  }

  /** The id of the candidate, or null where it is not known. */
  public String candidateId() {
    return candidateId;
  }

  /** The problems, in the order of the record. */
  public List<RecordProblem> problems() {
    return problems;
  }
}
