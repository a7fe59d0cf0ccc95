package dev.certus.cli;

import dev.certus.engine.EnginesDifferException;
import dev.certus.problem.PackException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code certus}. */
@Command(
    name = "certus",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Decides what certification candidates may do, by a policy pack of rules.",
    subcommands = {
      DecideCommand.class,
      VerifyCommand.class,
      RegisterCommand.class,
      KeyCommand.class,
      GenerateCommand.class,
      CheckCommand.class,
      TestCommand.class,
      MutateCommand.class,
      ExplainCommand.class,
      TimelineCommand.class,
      DiffCommand.class,
      ReferenceCommand.class,
      SchemaCommand.class,
      NewCommand.class,
      ServeCommand.class,
      LspCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 fine; 1 finished, but with findings; 2 could not run.",
      "Each command has its own help: certus decide --help"
    })
public final class Main implements Runnable {

  private final OutputStream out;

  @Spec private CommandSpec spec;

  private Main(OutputStream out) {
    this.out = out;
  }

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // System.out would hide that it cannot write.
    System.exit(run(new FileOutputStream(FileDescriptor.out), System.err, arguments));
  }

  /**
   * Runs the program.
   *
   * @return its exit code
   */
  static int run(OutputStream out, OutputStream err, String... arguments) {
    CommandLine command =
        new CommandLine(new Main(out))
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Main::misused)
            .setExecutionExceptionHandler(Main::failed);
    try {
      return command.execute(arguments);
    } catch (OutOfMemoryError e) {
      command
          .getErr()
          .println("certus: out of memory\n  help: give it more, as in java -Xmx2g -jar …");
      return ExitCode.COULD_NOT_RUN;
    } catch (StackOverflowError | LinkageError e) {
      return failed(new IllegalStateException(e), command, null);
    }
  }

  /** What the program that a command belongs to has as standard output. */
  static OutputStream standardOutput(CommandSpec command) {
    return ((Main) command.root().userObject()).out;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int misused(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("certus: " + e.getMessage());
    List<String> meant =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    err.println(
        meant.isEmpty()
            ? "  help: " + command.getCommandSpec().qualifiedName() + " --help"
            : "  help: did you mean " + String.join(" or ", meant) + "?");
    return ExitCode.COULD_NOT_RUN;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    boolean isKnown =
        e instanceof PackException
            || e instanceof UserException
            || e instanceof EnginesDifferException;
    if (isKnown) {
      err.println("certus: " + e.getMessage());
    } else {
      err.println("certus: this is a mistake in certus itself; please report it:");
      e.printStackTrace(err);
    }
    return ExitCode.COULD_NOT_RUN;
  }

  /** The version that the jar's manifest states. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"certus " + text()};
    }

    static String text() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "unpackaged" : version;
    }
  }
}
