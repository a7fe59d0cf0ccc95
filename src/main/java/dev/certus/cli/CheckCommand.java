package dev.certus.cli;

import dev.certus.check.PackCheck;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Count;
import dev.certus.problem.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus check}: whether packs are sound, as far as can be known without data. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks policy packs without any record: syntax, names, types, phases, terms,"
          + " catalogue, and what a rule may not use. Reports every problem with its place."
    },
    footer = {
      "",
      "Examples:",
      "  certus check rules/aws",
      "  certus check rules/* --format github",
      "",
      "Exit codes: 0 clean; 1 with findings; 2 could not run."
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PACK", arity = "0..*", description = PackOption.FOLDERS)
  private List<Path> packs = new ArrayList<>();

  @Mixin private WatchOption watch;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "human",
      description = "human (the default), json (one object a line), or github for annotations.")
  private ProblemFormat format;

  /** The checks so far, by folder: what a watched pack was compiled for is not compiled again. */
  private final Map<String, PackCheck> checks = new HashMap<>();

  @Override
  public Integer call() {
    return watch.repeat(packs, this::check);
  }

  private int check() {
    PrintWriter out = spec.commandLine().getOut();
    int found = 0;
    for (PackFiles files : PackOption.files(packs)) {
      PackCheck check = checks.computeIfAbsent(files.folder(), f -> new PackCheck());
      List<Problem> problems = check.again(files);
      problems.forEach(problem -> out.println(format.text(problem, files)));
      found += problems.size();
      if (problems.isEmpty()) {
        EngineOption.print(check.notes(), spec.commandLine().getErr());
        check.timeNotes().forEach(note -> spec.commandLine().getErr().println("note: " + note));
      }
      spec.commandLine()
          .getErr()
          .printf(
              "%s: %s%n",
              files.folder(), problems.isEmpty() ? "clean" : Count.of(problems.size(), "finding"));
    }
    out.flush();
    return found == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
  }
}
