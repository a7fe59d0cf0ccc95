package dev.certus.rulebook;

import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds the faults of all rules of a pack. A compiler that finds some stops before it can find
 * others; so the rules in which it found them are left out, and it is asked again.
 */
final class FaultSearch {

  /** How often the compiler is asked at most. */
  private static final int ROUNDS = 5;

  private final DrlTree known;
  private final Consumer<DrlTree> compiler;

  /**
   * A search.
   *
   * @param known DRL of the pack that was read before, or null
   * @param compiler throws a {@link PackException} with the faults that it finds in a pack
   */
  FaultSearch(DrlTree known, Consumer<DrlTree> compiler) {
    this.known = known;
    this.compiler = compiler;
  }

  /**
   * All faults of a pack.
   *
   * @param reported those that the compiler reported already; none if it did not run
   */
  List<Problem> beyond(List<Problem> reported, PackFiles files) {
    List<Problem> faults = new ArrayList<>(reported);
    List<Problem> latest = reported;
    DrlTree rest = DrlTree.of(files, known);
    for (int round = 0; round < ROUNDS; round++) {
      PackFiles less = without(rest, latest);
      if (!latest.isEmpty() && less.equals(rest.files())) {
        return faults; // what is at fault is no rule, and in the way of all
      }
      rest = DrlTree.of(less, rest);
      try {
        compiler.accept(rest);
        return faults;
      } catch (PackException e) {
        latest = e.problems();
        faults.addAll(latest);
      }
    }
    return faults;
  }

  /** The pack without the rules that problems are in; all else keeps its place. */
  private static PackFiles without(DrlTree drl, List<Problem> problems) {
    PackFiles files = drl.files();
    SortedMap<String, String> texts = new TreeMap<>(files.texts());
    for (RuleSource rule : drl.rules()) {
      if (problems.stream().anyMatch(problem -> isIn(files, rule.whole(), problem.at()))) {
        texts.computeIfPresent(rule.whole().file(), (file, text) -> rule.whole().blankedIn(text));
      }
    }
    return new PackFiles(files.folder(), texts);
  }

  private static boolean isIn(PackFiles files, Span rule, Location at) {
    return at.file().equals(files.path(rule.file()))
        && at.line() >= rule.at(files).line()
        && at.line() <= rule.at(files, rule.text().length()).line();
  }
}
