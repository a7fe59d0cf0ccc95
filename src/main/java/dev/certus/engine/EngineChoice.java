package dev.certus.engine;

import dev.certus.plan.Plan;
import dev.certus.plan.UnplannedException;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import dev.certus.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Which engine decides. */
public enum EngineChoice implements EngineFactory {
  /**
   * The plan, where the rules can be planned, and for some records a session as well; else
   * sessions.
   */
  AUTO,
  /** The plan alone. */
  PLAN,
  /** Sessions of Drools alone. */
  SESSION,
  /** The plan, and for every record a session as well. */
  BOTH;

  /**
   * Opens an engine; the caller closes it.
   *
   * @throws PackException where the choice asks for a plan, and the rules cannot be planned
   */
  @Override
  public Engine open(RuleBook book, Limits limits) {
    return open(book, limits, unplanned -> {});
  }

  /**
   * Opens an engine, as {@link #open(RuleBook, Limits)} does.
   *
   * @param notes takes the rules that have no plan, where sessions decide for that reason
   */
  public Engine open(RuleBook book, Limits limits, Consumer<List<Problem>> notes) {
    if (this != SESSION) {
      try {
        return new PlanEngine(book, Plan.of(book), limits, second(book.rules().size()));
      } catch (UnplannedException e) {
        report(e.problems(), notes);
      }
    }
    return new SessionEngine(book, limits);
  }

  /**
   * Opens an engine without a second opinion, for what nobody keeps: the plan where the rules can
   * be planned, else sessions. The caller closes it.
   */
  public static Engine openOne(RuleBook book, Limits limits) {
    return (unplanned(book).isEmpty() ? PLAN : SESSION).open(book, limits);
  }

  /** Notes the rules that have no plan, or throws where the choice asks for one. */
  private void report(List<Problem> unplanned, Consumer<List<Problem>> notes) {
    if (this != AUTO) {
      throw new PackException(unplanned);
    }
    notes.accept(unplanned);
  }

  private SecondOpinion second(int rules) {
    return switch (this) {
      case AUTO -> new SecondOpinion.Sampled(rules);
      case BOTH -> SecondOpinion.ALWAYS;
      case PLAN, SESSION -> SecondOpinion.NEVER;
    };
  }

  /**
   * Whether an engine can be opened, without opening one: for a driver whose executors decide.
   *
   * @param notes takes the rules that have no plan, where sessions decide for that reason
   * @throws PackException as {@link #open(RuleBook, Limits)} does
   */
  public void check(RuleBook book, Consumer<List<Problem>> notes) {
    List<Problem> unplanned = this == SESSION ? List.of() : unplanned(book);
    if (!unplanned.isEmpty()) {
      report(unplanned, notes);
    }
  }

  /** The rules that have no plan, each with its reason; none where the plan decides. */
  public static List<Problem> unplanned(RuleBook book) {
    return Plan.problems(book);
  }

  /** What is said of rules that have no plan, a line each; nothing where all have one. */
  public static List<String> notes(List<Problem> unplanned) {
    List<String> notes = new ArrayList<>();
    for (Problem problem : unplanned) {
      notes.add("note: %s: %s".formatted(problem.at(), problem.message()));
    }
    if (!unplanned.isEmpty()) {
      notes.add("note: sessions of Drools decide the pack, which takes longer");
    }
    return notes;
  }
}
