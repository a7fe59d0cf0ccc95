package dev.certus.mutation;

import dev.certus.policy.PackFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes mutants of one pack by replacing pieces of its files. */
final class Mutator {

  private final PackFiles pack;
  private final List<Mutant> mutants = new ArrayList<>();

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
   */
  void replace(String file, String in, int start, int end, String by, String change) {
    String text = pack.texts().get(file);
    SortedMap<String, String> texts = new TreeMap<>(pack.texts());
    texts.put(file, text.substring(0, start) + by + text.substring(end));
    mutants.add(
        new Mutant(
            pack.at(file, start),
            in,
            change,
            new PackFiles(pack.folder(), texts),
            file.endsWith(".drl")));
  }
}
