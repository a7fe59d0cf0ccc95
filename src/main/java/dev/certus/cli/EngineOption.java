package dev.certus.cli;

import dev.certus.engine.EngineChoice;
import dev.certus.engine.EngineFactory;
import dev.certus.problem.Problem;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Option;

/** The option for the engine that decides. */
final class EngineOption {

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "auto",
      description =
          "auto (the default): by the plan of the rules, and some records in a session of Drools"
              + " as well; plan: by the plan alone; session: in sessions alone; both: every"
              + " record in both ways. Two different answers end the run.")
  private EngineChoice choice;

  EngineChoice choice() {
    return choice;
  }

  /** Opens the engine, and says which rules have no plan, where sessions decide for that reason. */
  EngineFactory factory(PrintWriter err) {
    return (book, limits) -> choice.open(book, limits, unplanned -> print(unplanned, err));
  }

  /** Says which rules have no plan. */
  static void print(List<Problem> unplanned, PrintWriter err) {
    EngineChoice.notes(unplanned).forEach(err::println);
  }
}
