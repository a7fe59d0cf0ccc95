package dev.certus.rulebook;

import dev.certus.drl.Code;
import dev.certus.drl.DrlSources;
import dev.certus.drl.FunctionSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    boolean alike =
        known.problems().isEmpty()
            && now.problems().isEmpty()
            && fixed(shared(before, known.rules()), before).equals(fixed(shared, after));
    Map<String, String> was = texts(known.rules());
    Map<String, String> is = texts(now.rules());
    boolean namesAreUnique = is.size() == now.rules().size();
    if (!alike || !namesAreUnique) {
      return null;
    }
    List<FunctionSource> functions = changedFunctions(before, after);
    Set<String> gone = new HashSet<>(was.keySet());
    gone.removeIf(name -> was.get(name).equals(is.get(name)) && !calls(functions, is.get(name)));
    now.types().forEach(type -> blank(shared, type.whole()));
    now.rules().stream()
        .filter(rule -> !was.containsKey(rule.name()) || gone.contains(rule.name()))
        .forEach(
            rule ->
                shared.computeIfPresent(
                    rule.whole().file(),
                    (file, text) -> rule.whole().replacedIn(text, rule.whole().text())));
    shared.values().removeIf(String::isBlank);
    return new RuleChanges(gone, new PackFiles(after.folder(), shared));
  }

  /** The functions that were changed, are new or are gone, and those that call them. */
  private static List<FunctionSource> changedFunctions(PackFiles before, PackFiles after) {
    List<FunctionSource> was = FunctionSource.of(before);
    List<FunctionSource> is = FunctionSource.of(after);
    Set<String> same = squeezed(was);
    same.retainAll(squeezed(is));
    List<FunctionSource> changed =
        new ArrayList<>(
            Stream.concat(was.stream(), is.stream())
                .filter(f -> !same.contains(squeezed(f)))
                .toList());
    List<FunctionSource> others = new ArrayList<>(is);
    others.removeAll(changed);
    while (others.removeIf(f -> calls(changed, f.expression().text()) && changed.add(f))) {
      // those that call the ones just added are changed, too
    }
    return changed;
  }

  private static boolean calls(List<FunctionSource> functions, String code) {
    return functions.stream().anyMatch(function -> function.isCalledIn(code));
  }

  private static Set<String> squeezed(List<FunctionSource> functions) {
    return functions.stream()
        .map(RuleChanges::squeezed)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String squeezed(FunctionSource function) {
    return squeezed(function.whole().text());
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

  /** What may not differ: what stands in DRL files besides rules and functions. */
  private static Map<String, String> fixed(Map<String, String> shared, PackFiles files) {
    SortedMap<String, String> fixed = new TreeMap<>(shared);
    FunctionSource.of(files).forEach(function -> blank(fixed, function.whole()));
    fixed.replaceAll((file, text) -> squeezed(text));
    return fixed;
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static void blank(Map<String, String> texts, Span span) {
    texts.computeIfPresent(span.file(), (file, text) -> span.blankedIn(text));
  }
}
