package dev.certus.cli;

/** The exit codes of the program. */
final class ExitCode {

  /** All is well. */
  static final int FINE = 0;

  /** The program ran and has findings: more than the options allow. */
  static final int FINDINGS = 1;

  /** The program could not do what it was asked. */
  static final int COULD_NOT_RUN = 2;

  private ExitCode() {}
}
