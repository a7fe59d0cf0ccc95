package dev.certus.cli;

import dev.certus.scenario.Acceptance;
import dev.certus.scenario.ScenarioResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes accepted scenarios into their files. */
final class AcceptedFiles {

  private AcceptedFiles() {}

  /**
   * Makes failing scenarios expect the decisions that were given, and shows each change.
   *
   * @return whether any scenario changed
   */
  static boolean write(List<ScenarioResult> results, PrintWriter out) {
    Map<String, List<ScenarioResult>> byFile =
        results.stream()
            .filter(result -> !result.mismatches().isEmpty())
            .collect(
                Collectors.groupingBy(
                    result -> result.scenario().at().file(), TreeMap::new, Collectors.toList()));
    byFile.forEach((file, failed) -> write(Path.of(file), failed, out));
    return !byFile.isEmpty();
  }

  private static void write(Path file, List<ScenarioResult> failed, PrintWriter out) {
    try {
      Acceptance acceptance = new Acceptance(Files.readString(file));
      acceptance.accept(failed);
      for (Acceptance.Edit change : acceptance.changes()) {
        out.printf("ACCEPTED  %s%n  %s%n", change.scenario().name(), change.scenario().at());
        change.before().forEach(line -> out.println("- " + line));
        change.after().forEach(line -> out.println("+ " + line));
        out.println();
      }
      Files.writeString(file, acceptance.text());
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
  }
}
