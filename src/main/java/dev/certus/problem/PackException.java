package dev.certus.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A pack cannot be used; holds all problems that were found. */
public final class PackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With at least one problem. */
  public PackException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** With one problem of the form of a file. */
  public PackException(Location at, String message, String help) {
    this("pack-file", at, message, help);
  }

  /** With one problem. */
  public PackException(String code, Location at, String message, String help) {
    this(List.of(new Problem(code, at, message, help)));
  }

  /** The problems, in the order they were found. */
  public List<Problem> problems() {
    return problems;
  }
}
