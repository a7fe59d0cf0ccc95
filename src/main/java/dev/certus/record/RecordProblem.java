package dev.certus.record;

/**
 * A problem of a record.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the record as a whole
 * @param found the value there, in short
 * @param expected the values that are right there
 */
public record RecordProblem(String pointer, String found, String expected) {

  @Override
  public String toString() {
    return "%s: found %s; expected %s".formatted(pointer, found, expected);
  }
}
