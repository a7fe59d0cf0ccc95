package dev.certus.record;

/**
 * One thing wrong with a record.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the record as a whole
 * @param found what stands there, in short
 * @param expected what would be right
 */
public record RecordProblem(String pointer, String found, String expected) {

  @Override
  public String toString() {
    return "%s: found %s; expected %s".formatted(pointer, found, expected);
  }
}
