package dev.certus.cli;

import dev.certus.problem.Count;
import dev.certus.run.RunResult;
import dev.certus.run.Tally;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;

/** Says on standard error what a run came to. */
final class RunSummary {

  private RunSummary() {}

  static void print(String input, RunResult run, boolean verbose, PrintWriter err) {
    Tally tally = run.tally();
    if (tally.read() == 0) {
      err.printf("warning: %s holds no records%n", input);
    }
    if (verbose) {
      err.printf("%,.1f s, %,.0f records a second%n", run.seconds(), run.recordsPerSecond());
      run.firings().entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .forEach(rule -> err.printf("%,14d firings of `%s`%n", rule.getValue(), rule.getKey()));
    }
    err.printf(
        "%s decided, %,d rejected%s%n",
        Count.of(tally.decided(), "record"), tally.rejected(), reasons(tally));
  }

  private static String reasons(Tally tally) {
    return tally.rejections().isEmpty()
        ? ""
        : tally.rejections().entrySet().stream()
            .map(reason -> "%,d %s".formatted(reason.getValue(), reason.getKey()))
            .collect(Collectors.joining(", ", ": ", ""));
  }
}
