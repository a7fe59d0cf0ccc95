package dev.certus.rulebook;

import dev.certus.drl.Code;
import dev.certus.drl.DrlSources;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the rules of a pack differ from those of another that is otherwise alike, so that only they
 * need be compiled.
 *
 * @param gone the names of the rules that are changed or no longer there
 * @param files the pack's DRL with nothing in it but what is changed or new, each where it stands,
 *     and what all rules need: imports, globals and functions
 */
record RuleChanges(Set<String> gone, PackFiles files) {

  /** Whether there is nothing to compile. */
  boolean none() {
    return gone.isEmpty() && DrlSources.of(files).rules().isEmpty();
  }

  /**
   * The changes from one pack to another, or null where more than rules may have changed.
   *
   * @param known the DRL of the pack as it was
   * @param now the DRL of the pack as it is
   */
  static RuleChanges between(PackFiles before, DrlSources known, PackFiles after, DrlSources now) {
    SortedMap<String, String> shared = shared(after, now.rules());
    Map<String, String> common = squeezed(shared);
    boolean alike =
        known.problems().isEmpty()
            && now.problems().isEmpty()
            && squeezed(shared(before, known.rules())).equals(common);
    Map<String, String> was = texts(known.rules());
    Map<String, String> is = texts(now.rules());
    boolean namesAreUnique = is.size() == now.rules().size();
    if (!alike || !namesAreUnique) {
      return null;
    }
    Set<String> gone = new HashSet<>(was.keySet());
    gone.removeIf(name -> was.get(name).equals(is.get(name)));
    now.types().forEach(type -> blank(shared, type.whole()));
    now.rules().stream()
        .filter(rule -> !rule.whole().text().equals(was.get(rule.name())))
        .forEach(
            rule ->
                shared.computeIfPresent(
                    rule.whole().file(),
                    (file, text) -> rule.whole().replacedIn(text, rule.whole().text())));
    shared.values().removeIf(String::isBlank);
    return new RuleChanges(gone, new PackFiles(after.folder(), shared));
  }

  private static Map<String, String> texts(List<RuleSource> rules) {
    Map<String, String> texts = new HashMap<>();
    rules.forEach(rule -> texts.put(rule.name(), rule.whole().text()));
    return texts;
  }

  /** What stands in DRL files besides rules, where it stands. */
  private static SortedMap<String, String> shared(PackFiles files, List<RuleSource> rules) {
    SortedMap<String, String> texts = Drl.in(files);
    rules.forEach(rule -> blank(texts, rule.whole()));
    texts.replaceAll((file, text) -> Code.withoutComments(text));
    return texts;
  }

  private static Map<String, String> squeezed(Map<String, String> texts) {
    Map<String, String> squeezed = new TreeMap<>(texts);
    squeezed.replaceAll((file, text) -> text.replaceAll("\\s+", " ").strip());
    return squeezed;
  }

  private static void blank(Map<String, String> texts, Span span) {
    texts.computeIfPresent(span.file(), (file, text) -> span.blankedIn(text));
  }
}
