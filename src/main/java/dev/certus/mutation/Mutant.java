package dev.certus.mutation;

import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;

/**
 * A pack with one small change.
 *
 * @param at where the change is
 * @param in the name of the rule, or of the file, that was changed
 * @param change the change, in words
 * @param files the changed pack
 */
public record Mutant(Location at, String in, String change, PackFiles files) {

  @Override
  public String toString() {
    return at + ": " + change;
  }
}
