package dev.certus.rulebook;

import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * How the rules of a pack differ from those of another that is otherwise alike, so that only they
 * need be compiled.
 *
 * @param gone the names of the rules that are changed or no longer there
 * @param compiles whether there are rules to compile
 * @param files the pack's DRL with only what is changed or new, each where it stands, and what all
 *     rules need
 */
record RuleChanges(Set<String> gone, boolean compiles, PackFiles files) {

  /** Whether there is nothing to compile and nothing to remove. */
  boolean none() {
    return gone.isEmpty() && !compiles;
  }

  /**
   * The changes from one pack to another, or null where more than rules may have changed.
   *
   * @param before the DRL of the pack as it was
   * @param after the DRL of the pack as it is
   */
  static RuleChanges between(DrlTree before, DrlTree after) {
    SortedMap<String, String> shared = after.withoutRules();
    boolean alike =
        before.problems().isEmpty()
            && after.problems().isEmpty()
            && after.functions().isEmpty()
            && squeezed(before.withoutRules()).equals(squeezed(shared));
    Map<String, String> was = texts(before.rules());
    Map<String, String> is = texts(after.rules());
    boolean namesAreUnique = is.size() == after.rules().size();
    if (!alike || !namesAreUnique) {
      return null;
    }
    Set<String> gone = new HashSet<>(was.keySet());
    gone.removeIf(name -> was.get(name).equals(is.get(name)));
    List<Span> fresh =
        after.rules().stream()
            .filter(rule -> !rule.whole().text().equals(was.get(rule.name())))
            .map(RuleSource::whole)
            .toList();
    after.types().forEach(type -> replace(shared, type.whole(), true));
    fresh.forEach(rule -> replace(shared, rule, false));
    shared.values().removeIf(String::isBlank);
    return new RuleChanges(gone, !fresh.isEmpty(), new PackFiles(after.files().folder(), shared));
  }

  private static Map<String, String> texts(List<RuleSource> rules) {
    Map<String, String> texts = new HashMap<>();
    rules.forEach(rule -> texts.put(rule.name(), rule.whole().text()));
    return texts;
  }

  private static Map<String, String> squeezed(Map<String, String> texts) {
    Map<String, String> squeezed = new HashMap<>(texts);
    squeezed.replaceAll((file, text) -> new Span(file, 0, text.length(), text).squeezed());
    return squeezed;
  }

  private static void replace(Map<String, String> texts, Span span, boolean blank) {
    texts.computeIfPresent(
        span.file(),
        (file, text) -> blank ? span.blankedIn(text) : span.replacedIn(text, span.text()));
  }
}
