package dev.certus.mutation;

import dev.certus.pack.PackFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes mutants of one pack by replacing pieces of its files. */
final class Mutator {

  private final PackFiles pack;
  private final List<Mutant> mutants = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  Mutator(PackFiles pack) {
    this.pack = pack;
  }

  PackFiles pack() {
    return pack;
  }

  List<Mutant> mutants() {
    return mutants;
  }

  /**
   * Adds the pack with the text between two offsets of a file, in its rule {@code in}, replaced.
   * The second change of a rule or file in the same words gets the number 2, and so on.
   */
  void replace(String file, String in, int start, int end, String by, String change) {
    String text = pack.texts().get(file);
    String changed = text.substring(0, start) + by + text.substring(end);
    int nth = numbers.merge(in + ": " + change, 1, Integer::sum);
    String words = nth == 1 ? change : change + " (" + nth + ")";
    mutants.add(new Mutant(pack.at(file, start), in, words, pack.with(file, changed)));
  }
}
