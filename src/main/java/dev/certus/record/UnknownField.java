package dev.certus.record;

import java.util.List;

/**
 * A field of a record that the contract does not have.
 *
 * @param owner the object that has it, as a JSON pointer; empty for the record itself
 * @param path its name behind those of the lists and objects it is in: {@code attempts.colour}
 * @param name its own name
 * @param known the names of the fields that the object may have
 */
public record UnknownField(String owner, String path, String name, List<String> known) {

  /** Keeps an unmodifiable copy of the list. */
  public UnknownField {
    known = List.copyOf(known);
  }
}
