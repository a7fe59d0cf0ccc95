package dev.certus.workbench;

import dev.certus.language.Verdict;
import dev.certus.mutation.Equivalents;
import dev.certus.mutation.Mutant;
import dev.certus.mutation.Mutants;
import dev.certus.mutation.MutationResult;
import dev.certus.mutation.MutationResult.Fate;
import dev.certus.mutation.MutationRun;
import dev.certus.scenario.Scenario;
import dev.certus.scenario.ScenarioResult;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the scenarios of a pack notice of small changes of it.
 *
 * @param noticed how many changes make a scenario fail
 * @param unnoticed those that make none fail, and are not known to alter nothing
 */
public record MutantTrial(int noticed, List<Mutant> unnoticed) {

  /** Keeps an unmodifiable copy of the list. */
  public MutantTrial {
    unnoticed = List.copyOf(unnoticed);
  }

  /**
   * The small changes of parts of a pack.
   *
   * @param in chooses the parts: rules by their names, other files by theirs
   */
  public static List<Mutant> mutants(Verdict verdict, Predicate<String> in) {
    return Mutants.of(verdict.texts().files()).stream()
        .filter(mutant -> in.test(mutant.in()))
        .toList();
  }

  /**
   * Tries changes of a pack that is sound and whose scenarios pass.
   *
   * @param folder the pack's folder, which may list changes that alter nothing
   * @param progress takes each result as it comes
   */
  public static MutantTrial of(
      Verdict verdict, List<Mutant> mutants, Path folder, Consumer<MutationResult> progress) {
    List<Scenario> scenarios =
        verdict.trial().results().stream().map(ScenarioResult::scenario).toList();
    List<MutationResult> results =
        new MutationRun(verdict.trial().book(), scenarios).run(mutants, 1, progress);
    Equivalents equivalents = Equivalents.of(folder);
    int noticed = 0;
    for (MutationResult result : results) {
      noticed += result.fate() == Fate.KILLED ? 1 : 0;
    }
    return new MutantTrial(
        noticed,
        results.stream()
            .filter(result -> result.fate() == Fate.SURVIVED)
            .map(MutationResult::mutant)
            .filter(mutant -> !equivalents.contains(mutant))
            .toList());
  }

  /** How many changes there were that alter something. */
  public int tried() {
    return noticed + unnoticed.size();
  }
}
