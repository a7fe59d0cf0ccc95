package dev.certus.check;

import dev.certus.drl.DrlSources;
import dev.certus.policy.Pack;
import dev.certus.policy.PackException;
import dev.certus.policy.PackFiles;
import dev.certus.policy.Problem;
import dev.certus.rules.NameCheck;
import dev.certus.rules.RuleBook;
import dev.certus.rules.RuleCache;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds everything that is wrong with a pack and can be known without a record. */
public final class PackCheck {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem p) -> p.at().file())
          .thenComparing(p -> p.at().line())
          .thenComparing(p -> p.at().column())
          .thenComparing(Problem::code);

  private RuleBook last; // compiled when the pack was last sound enough, or null

  /** All problems of a pack, in the order of their places; none where it is sound. */
  public static List<Problem> of(PackFiles files) {
    return new PackCheck().again(files);
  }

  /**
   * All problems of a pack, as {@link #of}; where this check found no fault in its rules before,
   * only those are compiled that changed since.
   */
  public List<Problem> again(PackFiles files) {
    List<Problem> problems = new ArrayList<>();
    Pack pack = null;
    try {
      pack = Pack.read(files);
    } catch (PackException e) {
      problems.addAll(e.problems());
    }
    DrlSources sources = DrlSources.of(files);
    problems.addAll(sources.problems());
    if (sources.problems().isEmpty()) {
      Source source = new Source(files, sources);
      problems.addAll(new StyleCheck(source).problems());
      problems.addAll(new SaysCheck(source).problems());
      List<Problem> names = pack == null ? List.of() : NameCheck.problems(files, sources, pack);
      boolean sound = problems.isEmpty() && names.isEmpty();
      List<Problem> compiling = sound ? compile(files) : RuleBook.problems(files);
      problems.addAll(compiling);
      problems.addAll(names);
      if (compiling.isEmpty()) {
        problems.addAll(new FactCheck(source).problems());
      }
      if (pack != null) {
        problems.addAll(new PhaseCheck(source, pack).problems());
        problems.addAll(new UseCheck(source, pack).problems());
        problems.addAll(new TermCheck(source, pack).problems());
      }
    }
    return problems.stream().distinct().sorted(BY_PLACE).toList();
  }

  private List<Problem> compile(PackFiles files) {
    try {
      last = last == null ? RuleBook.load(files, RuleCache.none()) : last.changed(files);
      return List.of();
    } catch (PackException e) {
      return e.problems();
    }
  }
}
