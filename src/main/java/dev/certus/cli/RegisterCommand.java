package dev.certus.cli;

import dev.certus.register.Entry;
import dev.certus.register.Run;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus register}: what a register of decisions holds. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description = {
      "Answers from a register what was decided about a candidate, when, and by which text."
          + " certus decide --register writes it."
    },
    subcommands = {RegisterFlipsCommand.class, RegisterVerifyCommand.class},
    footer = {
      "",
      "Examples:",
      "  certus register show nights.register C-1001 --on 2026-11-23",
      "  certus register records nights.register C-1001 | certus explain",
      "  certus register flips nights.register --pack my-policy",
      "  certus register verify nights.register",
      "",
      "Exit codes: 0 fine; 1 it does not hold, has no such candidate, or decisions",
      "flip; 2 could not run."
    })
final class RegisterCommand implements Runnable {

  private static final String REGISTER = "REGISTER";
  private static final String CANDIDATE = "The candidate's id.";
  private static final String ON =
      "As the register was at this instant, or at the end of this date in UTC. Default: as it is.";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(description = "Lists the runs.", mixinStandardHelpOptions = true)
  int runs(
      @Parameters(paramLabel = REGISTER, description = AskedRegister.PLACE) String place,
      @Option(names = "--format", defaultValue = "human", description = AskedRegister.FORMAT)
          AskedRegister.Format format) {
    return AskedRegister.ask(
        place,
        spec,
        register -> {
          for (Run run : register.runs()) {
            if (format == AskedRegister.Format.JSON) {
              register.printJson(run);
            } else {
              register.print(RegisterText.of(run));
            }
          }
          return ExitCode.FINE;
        });
  }

  @Command(
      description = "Shows what was decided about a candidate, in which run and by which pack.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = REGISTER, description = AskedRegister.PLACE) String place,
      @Parameters(paramLabel = "CANDIDATE", description = CANDIDATE) String candidate,
      @Option(names = "--on", paramLabel = "DATE", description = ON) String on,
      @Option(names = "--format", defaultValue = "human", description = AskedRegister.FORMAT)
          AskedRegister.Format format) {
    Instant instant = instant(on);
    return AskedRegister.ask(
        place,
        spec,
        register -> {
          Entry entry = register.register().at(candidate, instant);
          if (entry == null) {
            return none(place, candidate);
          }
          if (format == AskedRegister.Format.JSON) {
            register.printJson(entry);
          } else {
            register.print(RegisterText.of(entry, register.run(entry.run())));
          }
          return ExitCode.FINE;
        });
  }

  @Command(
      description = "Lists how the decisions about a candidate changed, and why.",
      mixinStandardHelpOptions = true)
  int history(
      @Parameters(paramLabel = REGISTER, description = AskedRegister.PLACE) String place,
      @Parameters(paramLabel = "CANDIDATE", description = CANDIDATE) String candidate,
      @Option(names = "--format", defaultValue = "human", description = AskedRegister.FORMAT)
          AskedRegister.Format format) {
    return AskedRegister.ask(
        place,
        spec,
        register -> {
          Entry before = null;
          for (Entry entry : register.register().history(candidate)) {
            if (format == AskedRegister.Format.JSON) {
              register.printJson(entry);
            } else {
              register.print(RegisterText.change(before, entry, register.run(entry.run())));
            }
            before = entry;
          }
          return before == null ? none(place, candidate) : ExitCode.FINE;
        });
  }

  @Command(
      description = {
        "Prints the records that the decisions rest on, as JSON Lines: of a candidate, or of all.",
        "Pipe them to certus decide, explain, timeline or diff."
      },
      mixinStandardHelpOptions = true)
  int records(
      @Parameters(paramLabel = REGISTER, description = AskedRegister.PLACE) String place,
      @Parameters(paramLabel = "CANDIDATE", arity = "0..1", description = CANDIDATE)
          String candidate,
      @Option(names = "--on", paramLabel = "DATE", description = ON) String on) {
    Instant instant = instant(on);
    return AskedRegister.ask(
        place,
        spec,
        register -> {
          if (candidate == null) {
            register.register().records(instant, record -> register.print(record + "\n"));
            return ExitCode.FINE;
          }
          Entry entry = register.register().at(candidate, instant);
          String record = entry == null ? null : register.register().record(entry);
          if (record == null) {
            return none(place, candidate);
          }
          register.print(record + "\n");
          return ExitCode.FINE;
        });
  }

  @Command(
      description = "Writes the pack that a run decided by to a folder.",
      mixinStandardHelpOptions = true)
  int pack(
      @Parameters(paramLabel = REGISTER, description = AskedRegister.PLACE) String place,
      @Option(names = "--run", paramLabel = "N", description = "The run. Default: the last one.")
          Integer number,
      @Option(
              names = "--output",
              paramLabel = "FOLDER",
              required = true,
              description = "The folder, which is made.")
          Path folder) {
    return AskedRegister.ask(
        place,
        spec,
        register -> {
          int last = register.runs().size();
          int run = number == null ? last : number;
          if (run < 1 || run > last) {
            throw new UserException(
                "%s has no run %d%n  help: it has runs 1 to %d".formatted(place, run, last));
          }
          String sha256 = register.run(run).policy().packSha256();
          write(register.register().pack(sha256).texts(), folder);
          return ExitCode.FINE;
        });
  }

  private static void write(Map<String, String> texts, Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      throw new UserException(
          "%s exists already%n  help: name a folder that is not there yet".formatted(folder));
    }
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private int none(String place, String candidate) {
    spec.commandLine()
        .getErr()
        .printf(
            "certus: %s has no such candidate, or not then: %s%n  help: certus register history %s %s%n",
            place, candidate, place, candidate);
    return ExitCode.FINDINGS;
  }

  private static Instant instant(String on) {
    if (on == null) {
      return Instant.MAX;
    }
    try {
      return on.length() == 10
          ? LocalDate.parse(on).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1)
          : OffsetDateTime.parse(on).toInstant();
    } catch (DateTimeException e) {
      throw new UserException(
          "--on is no date and no instant: `%s`%n  help: write 2026-11-23 or 2026-11-23T08:00:00Z"
              .formatted(on));
    }
  }
}
