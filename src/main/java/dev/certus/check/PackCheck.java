package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.gate.Gate;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.plan.Plan;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
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
  private boolean sound; // whether that is the pack that was checked last, and it has no problems

  /** A check of what a sound pack becomes: only rules that changed since are compiled. */
  public static PackCheck after(RuleBook sound) {
    PackCheck check = new PackCheck();
    check.last = sound;
    return check;
  }

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
    DrlTree drl = DrlTree.of(files, last == null ? null : last.drl());
    problems.addAll(Gate.problems(drl));
    problems.addAll(new NumberCheck(drl).problems());
    problems.addAll(new SaysCheck(drl).problems());
    problems.addAll(new IdentityCheck(drl).problems());
    if (pack != null) {
      problems.addAll(Gate.problems(drl, pack));
      problems.addAll(new TermCheck(files, pack).problems());
      problems.addAll(new LookupCheck(drl, pack).problems());
      problems.addAll(new ValueCheck(drl, pack.catalogue()).problems());
      problems.addAll(new ClauseWordsCheck(drl, pack.clauses()).problems());
    }
    problems.addAll(compiling(drl, pack, problems.isEmpty()));
    if (pack != null && drl.problems().isEmpty()) {
      problems.addAll(new UseCheck(drl, pack).problems());
    }
    sound = problems.isEmpty();
    return reported(problems, files.folder());
  }

  /** The pack that was checked last, compiled; null where it has problems. */
  public RuleBook sound() {
    return sound ? last : null;
  }

  /**
   * What to know of the pack that was checked last, though nothing is wrong with it: the rules that
   * only sessions of Drools decide. None where it has problems.
   */
  public List<Problem> notes() {
    return last == null ? List.of() : Plan.problems(last);
  }

  /**
   * The places in the pack that was checked last at which rules use time so that the next change of
   * decisions is only searched for. None where it has problems.
   */
  public List<Problem> timeNotes() {
    return last == null ? List.of() : new TimeUseCheck(last.drl()).notes();
  }

  /** In the order of their places; what has none only where no fault in DRL explains it. */
  private static List<Problem> reported(List<Problem> problems, String folder) {
    boolean explained =
        problems.stream().anyMatch(p -> p.at().line() > 0 && p.at().file().endsWith(".drl"));
    return problems.stream()
        .filter(problem -> !explained || !problem.at().file().equals(folder))
        .distinct()
        .sorted(BY_PLACE)
        .toList();
  }

  /** What compiling finds, and what can be known only of rules that compile. */
  private List<Problem> compiling(DrlTree drl, Pack pack, boolean sound) {
    List<Problem> problems =
        sound ? compile(drl.files(), pack) : compiling(drl.files(), pack, Gate.problems(drl));
    return problems.isEmpty() ? new FactCheck(drl).problems() : problems;
  }

  private List<Problem> compile(PackFiles files, Pack pack) {
    try {
      last = last == null ? RuleBook.load(files, RuleCache.none()) : last.changed(files);
      return List.of();
    } catch (PackException e) {
      return compiling(files, pack, e.problems());
    }
  }

  private List<Problem> compiling(PackFiles files, Pack pack, List<Problem> known) {
    return last == null
        ? RuleBook.problems(files, pack, known)
        : last.problemsAfter(files, pack, known);
  }
}
