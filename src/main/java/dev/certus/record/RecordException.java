package dev.certus.record;

import java.util.List;
import java.util.stream.Collectors;

/** A record that breaks its contract; tells all that is wrong with it. */
public final class RecordException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<RecordProblem> problems;

  /** With at least one problem. */
  public RecordException(List<RecordProblem> problems) {
    super(problems.stream().map(RecordProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The problems, in the order of the record. */
  public List<RecordProblem> problems() {
    return problems;
  }
}
