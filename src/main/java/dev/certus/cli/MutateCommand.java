package dev.certus.cli;

import dev.certus.mutation.Counterexample;
import dev.certus.mutation.Equivalents;
import dev.certus.mutation.Mutant;
import dev.certus.mutation.Mutants;
import dev.certus.mutation.MutationResult;
import dev.certus.mutation.MutationResult.Fate;
import dev.certus.mutation.MutationRun;
import dev.certus.mutation.Search;
import dev.certus.pack.PackFiles;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Scenario;
import dev.certus.scenario.ScenarioReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus mutate}: whether a pack's scenarios would notice a change of it. */
@Command(
    name = "mutate",
    mixinStandardHelpOptions = true,
    description = {
      "Changes a pack one small step at a time and runs its scenarios against each change. A change"
          + " that no scenario notices is reported at its place: there a scenario is missing."
    },
    footer = {
      "",
      "Example:",
      "  certus mutate rules/aws --only retakes.drl",
      "",
      "Exit codes: 0 every change is noticed; 1 some are not; 2 could not run."
    })
final class MutateCommand implements Callable<Integer> {

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
      description = "Only changes whose place or words have this text, such as a file's name.")
  private String only;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many changes are tried at once. Default: one a processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() {
    pack = PackOption.folder(pack);
    PackFiles files = PackFiles.read(pack, pack.toString());
    RuleBook book = RuleBook.load(files, PackOption.cache());
    List<Scenario> scenarios = ScenarioReader.of(pack);
    List<Mutant> mutants =
        Mutants.of(files).stream()
            .filter(mutant -> only == null || mutant.toString().contains(only))
            .toList();
    if (only != null && mutants.isEmpty()) {
      throw new UserException(
          "no change has `%s` in its place or words%n  help: certus mutate %s"
              .formatted(only, pack));
    }
    MutationRun run = new MutationRun(book, scenarios);
    List<String> failing = run.failing();
    if (!failing.isEmpty()) {
      throw new UserException(
          "%d scenarios fail on the pack as it is, such as: %s%n  help: certus test %s"
              .formatted(failing.size(), failing.get(0), pack));
    }
    List<MutationResult> results = run.run(mutants, threads, progress(mutants.size()));
    return report(results, Equivalents.of(pack), book, scenarios);
  }

  private Consumer<MutationResult> progress(int all) {
    AtomicInteger done = new AtomicInteger();
    PrintWriter err = spec.commandLine().getErr();
    boolean terminal = Progress.isTerminal();
    return result -> {
      int count = done.incrementAndGet();
      if (terminal) {
        err.printf("\r%d of %d", count, all);
        err.print(count == all ? "\r" : "");
        err.flush();
      }
    };
  }

  private int report(
      List<MutationResult> results,
      Equivalents equivalents,
      RuleBook book,
      List<Scenario> scenarios) {
    PrintWriter out = spec.commandLine().getOut();
    List<Mutant> unnoticed = mutants(results, Fate.SURVIVED);
    List<Mutant> missed =
        unnoticed.stream().filter(mutant -> !equivalents.contains(mutant)).toList();
    if (!missed.isEmpty()) {
      propose(missed, book, scenarios);
    }
    List<Equivalents.Entry> wrong =
        equivalents.entries().stream()
            .filter(entry -> mutants(results, Fate.KILLED).stream().anyMatch(entry::is))
            .filter(entry -> unnoticed.stream().noneMatch(entry::is))
            .toList();
    wrong.forEach(entry -> out.println(entry.at() + ": a scenario notices this change, after all"));
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

  /** Says what is not noticed, and by which scenario it would be. */
  private void propose(List<Mutant> missed, RuleBook book, List<Scenario> scenarios) {
    PrintWriter out = spec.commandLine().getOut();
    if (scenarios.isEmpty()) {
      missed.forEach(mutant -> out.println("not noticed: " + mutant));
      return;
    }
    List<Optional<Counterexample>> found = new Search(book, scenarios).against(missed, threads);
    for (int i = 0; i < missed.size(); i++) {
      Mutant mutant = missed.get(i);
      out.println("not noticed: " + mutant);
      out.println(
          found
              .get(i)
              .map(example -> "this scenario would notice it:\n\n" + example.scenario(mutant))
              .orElse(
                  "no record was found on which it decides otherwise; if there is none, list it"
                      + " in mutants/equivalent.yaml with the reason\n"));
    }
  }

  private static List<Mutant> mutants(List<MutationResult> results, Fate fate) {
    return results.stream()
        .filter(result -> result.fate() == fate)
        .map(MutationResult::mutant)
        .toList();
  }
}
