package dev.certus.cli;

import dev.certus.mutation.Equivalents;
import dev.certus.mutation.Mutant;
import dev.certus.mutation.Mutants;
import dev.certus.mutation.MutationResult;
import dev.certus.mutation.MutationResult.Fate;
import dev.certus.mutation.MutationRun;
import dev.certus.mutation.Search;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Count;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Scenario;
import dev.certus.scenario.ScenarioReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus mutate}: finds changes of a pack that its scenarios do not notice. */
@Command(
    name = "mutate",
    mixinStandardHelpOptions = true,
    description = {
      "Changes a pack one small step at a time and runs its scenarios against each"
          + " change. Reports each change that no scenario notices: a scenario is missing"
          + " there."
    },
    footer = {
      "",
      "Example:",
      "  certus mutate rules/aws --only retakes.drl",
      "",
      "Exit codes: 0 every change is noticed; 1 some are not; 2 could not run."
    })
final class MutateCommand implements Callable<Integer> {

  private static final String NONE_FOUND =
      "no record was found on which it decides otherwise; if there is none, list it in"
          + " mutants/equivalent.yaml with the reason\n";

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PACK",
      arity = "0..1",
      description =
          "The folder of the pack. Default: the working folder where it holds pack.yaml, else"
              + " rules/aws in it.")
  private Path pack;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Only changes whose place or text contains TEXT, such as a file name.")
  private String only;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of changes tried at once. Default: one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new UserException("--threads is a whole number, 1 or more");
    }
    pack = PackOption.folder(pack);
    Steps steps = new Steps(spec.commandLine().getErr(), pack.toString());
    steps.begin("compiling the rules", 0);
    PackFiles files = PackFiles.read(pack, pack.toString());
    RuleBook book = RuleBook.load(files, PackOption.cache());
    List<Scenario> scenarios = ScenarioReader.of(book.pack().record(), pack);
    List<Mutant> mutants = mutants(files);
    MutationRun run = new MutationRun(book, scenarios);
    steps.begin(
        "running %s on the pack as it is".formatted(Count.of(scenarios.size(), "scenario")), 0);
    List<String> failing = run.failing();
    if (!failing.isEmpty()) {
      throw new UserException(
          "%s failed on the pack as it is, such as: %s%n  help: certus test %s"
              .formatted(Count.of(failing.size(), "scenario"), failing.get(0), pack));
    }
    steps.begin("running them on %s".formatted(Count.of(mutants.size(), "change")), mutants.size());
    List<MutationResult> results = run.run(mutants, threads, result -> steps.done());
    steps.pause();
    return report(results, Equivalents.of(pack), missed -> propose(missed, book, scenarios, steps));
  }

  private List<Mutant> mutants(PackFiles files) {
    List<Mutant> mutants =
        Mutants.of(files).stream()
            .filter(mutant -> only == null || mutant.toString().contains(only))
            .toList();
    if (only != null && mutants.isEmpty()) {
      throw new UserException(
          "no change has `%s` in its place or words%n  help: certus mutate %s"
              .formatted(only, pack));
    }
    return mutants;
  }

  /** Reports what the scenarios do not notice, with proposals, and the totals. */
  private int report(
      List<MutationResult> results, Equivalents equivalents, Consumer<List<Mutant>> propose) {
    PrintWriter out = spec.commandLine().getOut();
    List<Mutant> unnoticed = mutants(results, Fate.SURVIVED);
    List<Mutant> missed =
        unnoticed.stream().filter(mutant -> !equivalents.contains(mutant)).toList();
    if (!missed.isEmpty()) {
      propose.accept(missed);
    }
    List<Equivalents.Entry> wrong =
        equivalents.entries().stream()
            .filter(entry -> mutants(results, Fate.KILLED).stream().anyMatch(entry::is))
            .filter(entry -> unnoticed.stream().noneMatch(entry::is))
            .toList();
    wrong.forEach(
        entry -> out.println(entry.at() + ": a scenario notices this change; remove the entry"));
    int killed = mutants(results, Fate.KILLED).size();
    int tried = killed + missed.size();
    out.printf(
        "%d of %d changes noticed (%d %%); %d alter nothing; %d could not be made%n",
        killed,
        tried,
        tried == 0 ? 100 : killed * 100 / tried,
        unnoticed.size() - missed.size(),
        mutants(results, Fate.INVALID).size());
    out.flush();
    return missed.isEmpty() && wrong.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  /** Prints each change that is not noticed, and a scenario that would notice it. */
  private void propose(List<Mutant> missed, RuleBook book, List<Scenario> scenarios, Steps steps) {
    PrintWriter out = spec.commandLine().getOut();
    if (scenarios.isEmpty()) {
      missed.forEach(mutant -> out.println("not noticed: " + mutant));
      return;
    }
    steps.begin(
        "searching records that show %s".formatted(Count.of(missed.size(), "unnoticed change")),
        missed.size());
    new Search(book, scenarios)
        .against(
            missed,
            threads,
            (mutant, example) -> {
              steps.pause();
              out.println("not noticed: " + mutant);
              out.println(
                  example
                      .map(found -> "this scenario would notice it:\n\n" + found.scenario(mutant))
                      .orElse(NONE_FOUND));
              out.flush();
              steps.done();
            });
    steps.pause();
  }

  private static List<Mutant> mutants(List<MutationResult> results, Fate fate) {
    return results.stream()
        .filter(result -> result.fate() == fate)
        .map(MutationResult::mutant)
        .toList();
  }
}
