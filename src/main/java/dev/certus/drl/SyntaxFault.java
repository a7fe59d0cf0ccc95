package dev.certus.drl;

/**
 * What is wrong at an offset of a file.
 *
 * @param code the kind of problem
 * @param offset where
 * @param message what is wrong
 * @param help what to do next, or null
 */
record SyntaxFault(String code, int offset, String message, String help) {

  /** A fault of syntax. */
  SyntaxFault(int offset, String message, String help) {
    this("drl-syntax", offset, message, help);
  }
}
