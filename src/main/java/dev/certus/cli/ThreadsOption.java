package dev.certus.cli;

import picocli.CommandLine.Option;

/** The option for the number of threads. */
final class ThreadsOption {

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads. Default: one per processor.")
  private Integer threads;

  /** The number that was given, or that of the processors. */
  int number() {
    if (threads == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (threads < 1) {
      throw new UserException("--threads is 1 or more, not " + threads);
    }
    return threads;
  }
}
