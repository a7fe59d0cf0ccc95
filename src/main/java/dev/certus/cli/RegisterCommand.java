package dev.certus.cli;

import dev.certus.adapter.Registers;
import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.problem.Count;
import dev.certus.register.Decider;
import dev.certus.register.Entry;
import dev.certus.register.Flip;
import dev.certus.register.Flips;
import dev.certus.register.Register;
import dev.certus.register.RegisterCheck;
import dev.certus.register.RegisterDatabase;
import dev.certus.register.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code certus register}: what a register of decisions holds. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description = {
      "Answers from a register what was decided about a candidate, when, and by which text."
          + " certus decide --register writes it."
    },
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
  private static final String PLACE = "The register: a file, or the URL of a database.";
  private static final String CANDIDATE = "The candidate's id.";
  private static final String ON =
      "As the register was at this instant, or at the end of this date in UTC. Default: as it is.";
  private static final String FORMAT = "human (the default), or json: one object a line.";

  private static final JsonMapper JSON = new JsonMapper();

  @Spec private CommandSpec spec;

  private OutputStream out;

  /** How answers are written. */
  enum Format {
    HUMAN,
    JSON
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(description = "Lists the runs.", mixinStandardHelpOptions = true)
  int runs(
      @Parameters(paramLabel = REGISTER, description = PLACE) String place,
      @Option(names = "--format", defaultValue = "human", description = FORMAT) Format format) {
    return with(
        place,
        (database, runs) -> {
          for (Run run : runs) {
            print(format == Format.JSON ? json(run) : RegisterText.of(run));
          }
          return ExitCode.FINE;
        });
  }

  @Command(
      description = "Shows what was decided about a candidate, in which run and by which pack.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = REGISTER, description = PLACE) String place,
      @Parameters(paramLabel = "CANDIDATE", description = CANDIDATE) String candidate,
      @Option(names = "--on", paramLabel = "DATE", description = ON) String on,
      @Option(names = "--format", defaultValue = "human", description = FORMAT) Format format) {
    return with(
        place,
        (database, runs) -> {
          Entry entry = new Register(database).at(candidate, instant(on));
          if (entry == null) {
            return none(place, candidate);
          }
          print(
              format == Format.JSON
                  ? json(entry)
                  : RegisterText.of(entry, runs.get((int) entry.run() - 1)));
          return ExitCode.FINE;
        });
  }

  @Command(
      description = "Lists how the decisions about a candidate changed, and why.",
      mixinStandardHelpOptions = true)
  int history(
      @Parameters(paramLabel = REGISTER, description = PLACE) String place,
      @Parameters(paramLabel = "CANDIDATE", description = CANDIDATE) String candidate,
      @Option(names = "--format", defaultValue = "human", description = FORMAT) Format format) {
    return with(
        place,
        (database, runs) -> {
          Entry before = null;
          for (Entry entry : new Register(database).history(candidate)) {
            Run run = runs.get((int) entry.run() - 1);
            print(format == Format.JSON ? json(entry) : RegisterText.change(before, entry, run));
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
      @Parameters(paramLabel = REGISTER, description = PLACE) String place,
      @Parameters(paramLabel = "CANDIDATE", arity = "0..1", description = CANDIDATE)
          String candidate,
      @Option(names = "--on", paramLabel = "DATE", description = ON) String on) {
    return with(
        place,
        (database, runs) -> {
          Register register = new Register(database);
          if (candidate == null) {
            register.records(instant(on), record -> print(record + "\n"));
            return ExitCode.FINE;
          }
          Entry entry = register.at(candidate, instant(on));
          String record = entry == null ? null : register.record(entry);
          if (record == null) {
            return none(place, candidate);
          }
          print(record + "\n");
          return ExitCode.FINE;
        });
  }

  @Command(
      description = "Writes the pack that a run decided by to a folder.",
      mixinStandardHelpOptions = true)
  int pack(
      @Parameters(paramLabel = REGISTER, description = PLACE) String place,
      @Option(names = "--run", paramLabel = "N", description = "The run. Default: the last one.")
          Integer number,
      @Option(
              names = "--output",
              paramLabel = "FOLDER",
              required = true,
              description = "The folder, which is made.")
          Path folder) {
    return with(
        place,
        (database, runs) -> {
          int run = number == null ? runs.size() : number;
          if (run < 1 || run > runs.size()) {
            throw new UserException(
                "%s has no run %d%n  help: it has runs 1 to %d".formatted(place, run, runs.size()));
          }
          try {
            Files.createDirectory(folder);
          } catch (FileAlreadyExistsException e) {
            throw new UserException(
                "%s exists already%n  help: name a folder that is not there yet".formatted(folder));
          }
          String sha256 = runs.get(run - 1).policy().packSha256();
          for (Map.Entry<String, String> file :
              new Register(database).pack(sha256).texts().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
          }
          return ExitCode.FINE;
        });
  }

  @Command(
      description = {
        "Reports which decisions that were issued would have been others by another pack, and"
            + " since when. Exits with 1 if there are any."
      },
      mixinStandardHelpOptions = true)
  int flips(
      @Parameters(paramLabel = REGISTER, description = PLACE) String place,
      @Mixin PackOption pack,
      @Mixin ThreadsOption threads,
      @Option(names = "--format", defaultValue = "human", description = FORMAT) Format format) {
    int number = threads.number();
    return with(
        place,
        (database, runs) -> {
          Map<Flip.Kind, RegisterText.FlipSum> sums = new LinkedHashMap<>();
          long[] candidates = new long[2];
          try (Decider decider = decider();
              Engine other =
                  EngineChoice.openOne(PackOption.compile(pack.announce(err())), Limits.DEFAULT)) {
            new Flips(database, decider, other, number)
                .run(
                    flips -> {
                      candidates[0]++;
                      candidates[1] += flips.isEmpty() ? 0 : 1;
                      for (Flip flip : flips) {
                        sums.computeIfAbsent(flip.kind(), RegisterText.FlipSum::new).add(flip);
                        if (format == Format.JSON) {
                          print(json(flip));
                        }
                      }
                    });
          }
          if (format == Format.HUMAN) {
            sums.values().stream()
                .sorted(Comparator.comparing(RegisterText.FlipSum::candidates).reversed())
                .forEach(sum -> print(sum.toString()));
            print(
                "%s: issued decisions of %,d of %s would be others%n"
                    .formatted(place, candidates[1], Count.of(candidates[0], "candidate")));
          }
          return sums.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
        });
  }

  @Command(
      description = {
        "Checks that no row was altered, removed or put in, and decides entries again by the"
            + " packs of then."
      },
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = REGISTER, description = PLACE) String place,
      @Option(
              names = "--expect",
              paramLabel = "HASH",
              description =
                  "The hash that certus decide --register printed for some run: it must still be"
                      + " there. Without it, a register that was cut off after a run is not"
                      + " noticed.")
          String expected,
      @Option(
              names = "--sample",
              paramLabel = "N",
              defaultValue = "1000",
              description = "Decide about N entries again, chosen at random. Default: 1000.")
          long sample,
      @Option(names = "--all", description = "Decide all entries again.") boolean all) {
    return with(
        place,
        (database, runs) -> {
          RegisterCheck.Report report;
          try (Decider decider = decider()) {
            long seed = new SecureRandom().nextInt();
            report =
                new RegisterCheck(database, decider, all ? Long.MAX_VALUE : sample, seed)
                    .check(expected);
          }
          report.findings().forEach(finding -> print(place + ": " + finding + "\n"));
          long more = report.found() - report.findings().size();
          print(more == 0 ? "" : "%s: and %,d more%n".formatted(place, more));
          print(
              "%s %s: runs %,d, entries %,d, decided again %,d%nhash %s%n"
                  .formatted(
                      place,
                      report.findings().isEmpty() ? "holds" : "does not hold",
                      report.runs(),
                      report.entries(),
                      report.replayed(),
                      report.hash()));
          return report.findings().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
        });
  }

  private static Decider decider() {
    return new Decider(PackOption::compile, Main.Version.text());
  }

  /** What is done with a register that has runs. */
  private interface Use {

    int with(RegisterDatabase database, List<Run> runs) throws IOException;
  }

  private int with(String place, Use use) {
    try (RegisterDatabase database = Registers.open(place);
        Output output = Output.open(Output.STANDARD, spec.commandLine())) {
      out = output.stream();
      List<Run> runs = new Register(database).runs();
      if (runs.isEmpty()) {
        throw new UserException(
            "%s: there is no register%n  help: certus decide --register %s makes one"
                .formatted(place, place));
      }
      int exit = use.with(database, runs);
      output.complete();
      return exit;
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
  }

  private int none(String place, String candidate) {
    err()
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

  private static String json(Object value) {
    return JSON.writeValueAsString(value) + "\n";
  }

  private void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UserException("cannot write to standard output: " + e.getMessage());
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
