package dev.certus.cli;

import dev.certus.register.RegisterCheck;
import dev.certus.register.Replay;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus register verify}: whether a register is as it was written. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks that no row was altered, removed or inserted, and decides entries again by"
          + " their packs."
    })
final class RegisterVerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "REGISTER", description = AskedRegister.PLACE)
  private String place;

  @Option(
      names = "--expect",
      paramLabel = "HASH",
      description =
          "The hash that certus decide --register printed for some run: it must still be there."
              + " Without it, a register that was cut off after a run is not noticed.")
  private String expected;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Decide about N entries again, chosen at random. Default: 1000.")
  private long sample;

  @Option(names = "--all", description = "Decide all entries again.")
  private boolean all;

  @Override
  public Integer call() {
    return AskedRegister.ask(
        place,
        spec,
        register -> {
          long seed = new SecureRandom().nextInt();
          long again = all ? Long.MAX_VALUE : sample;
          try (Replay replay = AskedRegister.replay()) {
            RegisterCheck check = new RegisterCheck(register.database(), replay, again, seed);
            return print(check.check(expected), register);
          }
        });
  }

  private int print(RegisterCheck.Report report, AskedRegister register) throws IOException {
    for (String finding : report.findings()) {
      register.print("%s: %s%n".formatted(place, finding));
    }
    long more = report.found() - report.findings().size();
    if (more > 0) {
      register.print("%s: and %,d more%n".formatted(place, more));
    }
    boolean holds = report.findings().isEmpty();
    register.print(
        "%s %s: runs %,d, entries %,d, decided again %,d%nhash %s%n"
            .formatted(
                place,
                holds ? "holds" : "does not hold",
                report.runs(),
                report.entries(),
                report.replayed(),
                report.hash()));
    return holds ? ExitCode.FINE : ExitCode.FINDINGS;
  }
}
