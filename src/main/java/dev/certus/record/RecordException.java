package dev.certus.record;

import java.util.List;
import java.util.stream.Collectors;

/** A record that breaks its contract; tells all that is wrong with it. */
public final class RecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String candidateId;
  private final transient List<RecordProblem> problems;

  /**
   * A record with problems.
   *
   * @param candidateId whose record it is, or null where that cannot be told
   * @param problems at least one
   */
  public RecordException(String candidateId, List<RecordProblem> problems) {
    super(problems.stream().map(RecordProblem::toString).collect(Collectors.joining("\n")));
    this.candidateId = candidateId;
    this.problems = List.copyOf(problems);
  }

  /** Whose record it is, or null where that cannot be told. */
  public String candidateId() {
    return candidateId;
  }

  /** The problems, in the order of the record. */
  public List<RecordProblem> problems() {
    return problems;
  }
}
