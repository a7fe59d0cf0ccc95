package dev.certus.cli;

import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.engine.SessionEngine;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Count;
import dev.certus.problem.Problem;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Coverage;
import dev.certus.scenario.Scenario;
import dev.certus.scenario.ScenarioReader;
import dev.certus.scenario.ScenarioResult;
import dev.certus.scenario.ScenarioRun;
import java.io.IOException;
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

/** {@code certus test}: runs the scenarios of packs. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the scenarios of a pack. Shows for each failure the expected decision,"
          + " the actual one and its reason."
    },
    footer = {
      "",
      "Examples:",
      "  certus test rules/aws --coverage",
      "  certus test rules/aws --only voucher --watch",
      "  certus test rules/aws --only voucher --accept",
      "",
      "Exit codes: 0 all pass; 1 some fail, or less is covered than --fail-under; 2 could not run."
    })
final class TestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PACK",
      arity = "0..*",
      description =
          "Folders of packs. Default: the working folder where it holds pack.yaml, else rules/aws in"
              + " it.")
  private List<Path> packs = new ArrayList<>();

  @Mixin private WatchOption watch;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      description = "Only scenarios whose name or file contains TEXT.")
  private String only;

  @Option(
      names = "--coverage",
      description =
          "Also report which rules, clauses, readings, decisions and boundaries no"
              + " scenario reaches.")
  private boolean coverage;

  @Option(
      names = "--fail-under",
      paramLabel = "PERCENT",
      description = "Exit with 1 where anything is covered less than this. Implies --coverage.")
  private Integer failUnder;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "human",
      description = "human (the default), or json: one object a scenario, then one of coverage.")
  private TestFormat format;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write the results as JUnit XML, for a build server.")
  private Path junit;

  @Option(
      names = "--accept",
      description =
          "Make failing scenarios expect the decisions given, and show each change."
              + " Review them: from then on these decisions are expected.")
  private boolean accept;

  @Mixin private EngineOption engine;

  /**
   * The packs as they were last compiled, so that a watched one is compiled only where it changed.
   */
  private final Map<Path, RuleBook> books = new HashMap<>();

  @Override
  public Integer call() {
    if (failUnder != null && (failUnder < 0 || failUnder > 100)) {
      throw new UserException("--fail-under is a percentage, from 0 to 100");
    }
    return watch.repeat(packs, this::test);
  }

  private int test() {
    List<ScenarioResult> all = new ArrayList<>();
    boolean fine = true;
    for (Path pack : PackOption.folders(packs)) {
      fine &= test(pack, all);
    }
    if (only != null && all.isEmpty()) {
      throw new UserException("no scenario has `%s` in its name or file".formatted(only));
    }
    if (junit != null) {
      try {
        JUnitReport.write(junit, all);
      } catch (IOException e) {
        throw new UserException(Failure.why(e));
      }
    }
    return fine ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private boolean test(Path pack, List<ScenarioResult> all) {
    PackFiles files = PackFiles.read(pack, pack.toString());
    RuleBook book =
        books.compute(
            pack,
            (path, last) ->
                last == null ? RuleBook.load(files, PackOption.cache()) : last.changed(files));
    PrintWriter out = spec.commandLine().getOut();
    List<ScenarioResult> results = run(pack, book);
    if (accept && AcceptedFiles.write(results, out)) {
      results = run(pack, book);
    }
    all.addAll(results);
    results.forEach(result -> format.print(out, result, book));
    long failed = results.stream().filter(result -> !result.passed()).count();
    boolean fine = failed == 0;
    if (coverage || failUnder != null) {
      Coverage reached = Coverage.of(book, results);
      format.print(out, reached);
      fine &= failUnder == null || reached.percent() >= failUnder;
    }
    out.flush();
    spec.commandLine()
        .getErr()
        .printf("%s: %s, %d failed%n", pack, Count.of(results.size(), "scenario"), failed);
    if (results.isEmpty() && only == null) {
      spec.commandLine().getErr().printf("warning: %s has no scenarios%n", pack);
    }
    return fine;
  }

  private List<ScenarioResult> run(Path pack, RuleBook book) {
    List<Scenario> scenarios =
        ScenarioReader.of(book.pack().record(), pack).stream().filter(this::isWanted).toList();
    decideTwice(scenarios, book);
    try (SessionEngine sessions = new SessionEngine(book)) {
      return new ScenarioRun(sessions).run(scenarios);
    }
  }

  /** Scenarios run in sessions; this lets the plan answer them as well, where there is one. */
  private void decideTwice(List<Scenario> scenarios, RuleBook book) {
    EngineChoice choice = engine.choice();
    List<Problem> unplanned =
        choice == EngineChoice.AUTO ? EngineChoice.unplanned(book) : List.of();
    EngineOption.print(unplanned, spec.commandLine().getErr());
    if (choice != EngineChoice.SESSION && unplanned.isEmpty()) {
      try (Engine both = EngineChoice.BOTH.open(book, Limits.DEFAULT)) {
        scenarios.forEach(one -> both.decide(List.of(one.record()), one.asOf()));
      }
    }
  }

  private boolean isWanted(Scenario scenario) {
    return only == null || scenario.name().contains(only) || scenario.at().file().contains(only);
  }
}
