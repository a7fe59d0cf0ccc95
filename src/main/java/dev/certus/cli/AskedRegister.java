package dev.certus.cli;

import dev.certus.adapter.Registers;
import dev.certus.register.Register;
import dev.certus.register.RegisterDatabase;
import dev.certus.register.Replay;
import dev.certus.register.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;

/** A register that a command asks, and where the answers go. */
final class AskedRegister {

  /** Describes REGISTER. */
  static final String PLACE = "The register: a file, or the URL of a database.";

  /** Describes {@code --format}. */
  static final String FORMAT = "human (the default), or json: one object a line.";

  private static final JsonMapper JSON = new JsonMapper();

  private final String place;
  private final RegisterDatabase database;
  private final List<Run> runs;
  private final OutputStream out;

  private AskedRegister(String place, RegisterDatabase database, List<Run> runs, OutputStream out) {
    this.place = place;
    this.database = database;
    this.runs = runs;
    this.out = out;
  }

  /** How answers are written. */
  enum Format {
    HUMAN,
    JSON
  }

  /** What is asked. */
  interface Question {

    /** Asks, and prints the answer; the exit code. */
    int to(AskedRegister register) throws IOException;
  }

  /** Asks a register, which must be there; the exit code. */
  static int ask(String place, CommandSpec command, Question question) {
    try (RegisterDatabase database = Registers.open(place);
        Output output = Output.open(Output.STANDARD, command.commandLine())) {
      List<Run> runs = new Register(database).runs();
      if (runs.isEmpty()) {
        throw new UserException(
            "%s: there is no register%n  help: certus decide --register %s makes one"
                .formatted(place, place));
      }
      int exit = question.to(new AskedRegister(place, database, runs, output.stream()));
      output.complete();
      return exit;
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
  }

  String place() {
    return place;
  }

  RegisterDatabase database() {
    return database;
  }

  Register register() {
    return new Register(database);
  }

  /** All runs, in their order. */
  List<Run> runs() {
    return runs;
  }

  /** A run by its number. */
  Run run(long number) {
    return runs.get((int) number - 1);
  }

  /** What decides as the runs did; the caller closes it. */
  static Replay replay() {
    return new Replay(PackOption::compile, Main.Version.text());
  }

  void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Prints a value as JSON, in a line. */
  void printJson(Object value) throws IOException {
    print(JSON.writeValueAsString(value) + "\n");
  }
}
