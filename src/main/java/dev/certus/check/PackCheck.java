package dev.certus.check;

import dev.certus.drl.DrlSources;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import dev.certus.rulebook.NameCheck;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
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
    DrlSources drl = DrlSources.of(files);
    Source source = new Source(files, drl);
    problems.addAll(drl.problems());
    problems.addAll(new StyleCheck(source).problems());
    if (pack != null) {
      problems.addAll(NameCheck.problems(files, drl, pack));
      problems.addAll(new TermCheck(source, pack).problems());
    }
    if (drl.problems().isEmpty()) {
      problems.addAll(new SaysCheck(source).problems());
      problems.addAll(whole(source, pack, problems.isEmpty()));
    }
    return told(problems, files.folder());
  }

  /** In the order of their places; what has none only where no fault in DRL explains it. */
  private static List<Problem> told(List<Problem> problems, String folder) {
    boolean explained =
        problems.stream().anyMatch(p -> p.at().line() > 0 && p.at().file().endsWith(".drl"));
    return problems.stream()
        .filter(problem -> !explained || !problem.at().file().equals(folder))
        .distinct()
        .sorted(BY_PLACE)
        .toList();
  }

  /** What can be told only of a pack whose DRL can all be read. */
  private List<Problem> whole(Source source, Pack pack, boolean sound) {
    List<Problem> compiling =
        sound ? compile(source.files(), pack) : RuleBook.problems(source.files(), pack, List.of());
    List<Problem> problems = new ArrayList<>(compiling);
    if (compiling.isEmpty() && source.tellsAllInserts()) {
      problems.addAll(new FactCheck(source).problems());
    }
    if (pack != null) {
      problems.addAll(new PhaseCheck(source, pack).problems());
      problems.addAll(new UseCheck(source, pack).problems());
    }
    return problems;
  }

  private List<Problem> compile(PackFiles files, Pack pack) {
    try {
      last = last == null ? RuleBook.load(files, RuleCache.none()) : last.changed(files);
      return List.of();
    } catch (PackException e) {
      return last == null
          ? RuleBook.problems(files, pack, e.problems())
          : last.problems(files, e.problems());
    }
  }
}
