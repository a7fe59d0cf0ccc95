package dev.certus.rules;

import dev.certus.policy.PackFiles;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds the one rule that the compiler stumbles over without saying which. */
final class Bisection {

  private final PackFiles files;
  private final Predicate<PackFiles> stumbles;

  /**
   * A search.
   *
   * @param stumbles whether the compiler stumbles over a pack
   */
  Bisection(PackFiles files, Predicate<PackFiles> stumbles) {
    this.files = files;
    this.stumbles = stumbles;
  }

  /**
   * A rule without which, and all after it, the compiler does not stumble; null if there is none.
   */
  Drl.Rule culprit() {
    List<Drl.Rule> rules = Drl.rules(files);
    if (rules.isEmpty() || stumbles.test(first(rules, 0))) {
      return null; // it is no rule's fault
    }
    int fine = 0;
    int faulty = rules.size();
    while (faulty - fine > 1) {
      int middle = (fine + faulty) / 2;
      if (stumbles.test(first(rules, middle))) {
        faulty = middle;
      } else {
        fine = middle;
      }
    }
    return rules.get(faulty - 1);
  }

  /** The pack with its first rules alone. */
  private PackFiles first(List<Drl.Rule> rules, int count) {
    SortedMap<String, String> texts = new TreeMap<>(files.texts());
    for (int i = rules.size() - 1; i >= count; i--) {
      Drl.Rule rule = rules.get(i);
      String text = texts.get(rule.file());
      int start = text.lastIndexOf("rule", rule.start());
      texts.put(rule.file(), text.substring(0, start) + text.substring(rule.end()));
    }
    return new PackFiles(files.folder(), texts);
  }
}
