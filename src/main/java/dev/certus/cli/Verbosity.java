package dev.certus.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much a command says of what it does, on standard error. */
final class Verbosity {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @ArgGroup private Choice choice;

  /** One or the other. */
  private static final class Choice {
    @Option(names = "--quiet", description = "Print only errors that stop the run.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Print more about the run.")
    private boolean verbose;
  }

  /** Where to say it, which is nowhere if the user wants quiet; sets what is logged, too. */
  PrintWriter start() {
    boolean quiet = choice != null && choice.quiet;
    if (quiet || isVerbose()) { // read by the logger when it is first used
      System.setProperty("org.slf4j.simpleLogger.log.dev.certus", quiet ? "error" : "debug");
    }
    return quiet
        ? new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
        : spec.commandLine().getErr();
  }

  boolean isVerbose() {
    return choice != null && choice.verbose;
  }
}
