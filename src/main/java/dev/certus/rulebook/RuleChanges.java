package dev.certus.rulebook;

import dev.certus.drl.DrlTree;
import dev.certus.drl.FunctionSource;
import dev.certus.drl.RuleDates;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.drl.TypeSource;
import dev.certus.pack.PackFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the rules of a pack differ from those of another that is otherwise alike, so that only they
 * need be compiled.
 *
 * @param gone the names of the rules that are changed or no longer there
 * @param compiles whether there are rules to compile
 * @param files the pack's DRL with only what is changed or new, each with its place, and what all
 *     rules need: imports, globals and functions
 */
record RuleChanges(Set<String> gone, boolean compiles, PackFiles files) {

  /** Whether there is nothing to compile and nothing to remove. */
  boolean none() {
    return gone.isEmpty() && !compiles;
  }

  /**
   * The changes from one pack to another, or null where more than rules and functions may have
   * changed.
   *
   * @param before the DRL of the pack as it was
   * @param after the DRL of the pack as it is
   */
  static RuleChanges between(DrlTree before, DrlTree after) {
    Map<String, RuleSource> was = byName(before.rules());
    boolean namesAreUnique = byName(after.rules()).size() == after.rules().size();
    boolean sound = before.problems().isEmpty() && after.problems().isEmpty();
    if (!sound || !namesAreUnique || !fixed(before).equals(fixed(after))) {
      return null;
    }
    Set<String> functions = FunctionChanges.between(before, after);
    List<RuleSource> same =
        after.rules().stream()
            .filter(rule -> isSame(was.get(rule.name()), rule))
            .filter(rule -> dates(rule, before).equals(dates(rule, after)))
            .filter(rule -> !FunctionChanges.calls(rule.expressions(), functions))
            .toList();
    Set<String> gone = new HashSet<>(was.keySet());
    same.forEach(rule -> gone.remove(rule.name()));
    SortedMap<String, String> texts = after.withoutComments();
    same.forEach(rule -> blank(texts, rule.whole()));
    after.types().stream().map(TypeSource::whole).forEach(type -> blank(texts, type));
    texts.values().removeIf(String::isBlank);
    boolean compiles = same.size() < after.rules().size();
    return new RuleChanges(gone, compiles, new PackFiles(after.files().folder(), texts));
  }

  private static boolean isSame(RuleSource was, RuleSource is) {
    return was != null && was.whole().text().equals(is.whole().text());
  }

  /** From when until when a rule is in force, which a rule that replaces it has a part in. */
  private static String dates(RuleSource rule, DrlTree drl) {
    RuleDates dates = drl.dates(rule);
    return dates == null ? "" : dates.from() + " " + dates.until();
  }

  private static Map<String, RuleSource> byName(List<RuleSource> rules) {
    return rules.stream()
        .collect(Collectors.toMap(RuleSource::name, Function.identity(), (a, b) -> a));
  }

  /** The parts of DRL files that may not differ: all but rules, functions and comments. */
  private static Map<String, String> fixed(DrlTree drl) {
    Map<String, String> fixed = new HashMap<>(drl.withoutComments());
    drl.rules().stream().map(RuleSource::whole).forEach(rule -> blank(fixed, rule));
    drl.functions().stream().map(FunctionSource::whole).forEach(f -> blank(fixed, f));
    fixed.replaceAll((file, text) -> new Span(file, 0, text.length(), text).squeezed());
    return fixed;
  }

  private static void blank(Map<String, String> texts, Span span) {
    texts.computeIfPresent(span.file(), (file, text) -> span.blankedIn(text));
  }
}
