package dev.certus.cli;

/** What the program tells its caller when it ends. */
final class ExitCode {

  /** All is well. */
  static final int FINE = 0;

  /** The program ran, but found more amiss than it was told to let pass. */
  static final int FINDINGS = 1;

  /** The program could not do what it was asked. */
  static final int COULD_NOT_RUN = 2;

  private ExitCode() {}
}
