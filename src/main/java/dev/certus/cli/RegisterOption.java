package dev.certus.cli;

import dev.certus.adapter.Registers;
import dev.certus.problem.Count;
import dev.certus.register.RegisterDatabase;
import dev.certus.register.RegisterRun;
import dev.certus.register.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The register that decisions go to, in place of an output. */
final class RegisterOption {

  /** What has no meaning where decisions go to a register. */
  private static final List<String> OUTPUT_ONLY =
      List.of(
          "--output",
          "--output-table",
          "--format",
          "--checkpoint",
          "--checkpoint-every",
          "--manifest",
          "--sign",
          "--previous",
          "--metrics");

  @Option(
      names = "--register",
      paramLabel = "PLACE",
      description =
          "Append what is new to a register of decisions, in place of writing an output: a file,"
              + " which is made if it is missing, or the URL of a PostgreSQL database.")
  private String place;

  @Option(
      names = "--changed",
      description =
          "With --register: decide those records alone that are new or changed, or whose decisions"
              + " have come to change. The register is the same as without.")
  private boolean changed;

  boolean isGiven() {
    return place != null;
  }

  boolean changedOnly() {
    return changed;
  }

  /** Refuses options that do not go with what is given. */
  void check(CommandSpec command) {
    if (!isGiven()) {
      if (changed) {
        throw new UserException(
            "--changed needs the register that says what has changed\n  help: name it by --register");
      }
      return;
    }
    ParseResult given = command.commandLine().getParseResult();
    for (String option : OUTPUT_ONLY) {
      if (given.hasMatchedOption(option)) {
        throw new UserException(
            "%s does not go with --register, which takes the place of an output%n  help: leave it out; certus register shows what a register holds"
                .formatted(option));
      }
    }
  }

  RegisterDatabase open() throws IOException {
    return Registers.open(place);
  }

  /** Says what a run came to. */
  void print(RegisterRun.Result result, PrintWriter err) {
    Run run = result.run();
    if (run.records() == 0) {
      err.printf("warning: %s holds no records%n", run.input());
    }
    err.printf(
        "%s decided, %,d rejected; rules ran on %,d, the others were as before%n",
        Count.of(run.decided(), "record"), run.rejected(), result.again());
    err.printf(
        "%s: run %,d, entries added: %,d, hash %s%n",
        place, run.number(), run.entries(), run.hash());
  }
}
