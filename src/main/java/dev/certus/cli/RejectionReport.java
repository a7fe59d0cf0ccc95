package dev.certus.cli;

import dev.certus.record.RecordProblem;
import dev.certus.run.RecordPlace;
import dev.certus.run.Rejection;
import dev.certus.run.RowPlace;
import java.io.PrintWriter;

/** Prints the first rejected records and repeated candidates on standard error. */
final class RejectionReport {

  private static final int SHOWN = 20;

  private final String source;
  private final PrintWriter err;
  private long rejected;
  private long repeated;

  RejectionReport(String source, PrintWriter err) {
    this.source = source;
    this.err = err;
  }

  void rejected(Rejection rejection) {
    rejected++;
    if (rejected <= SHOWN) {
      rejection.fault().problems().forEach(problem -> err.println(line(rejection, problem)));
    }
  }

  private String line(Rejection rejection, RecordProblem problem) {
    String pointer = problem.pointer().isEmpty() ? "" : " " + problem.pointer();
    RowPlace row = rejection.row(problem);
    pointer += row == null ? "" : " (%s)".formatted(row.shown());
    return "%s%s%s found %s; expected %s"
        .formatted(
            source,
            rejection.place().shown(),
            pointer,
            problem.found(),
            OptionNames.in(problem.expected()));
  }

  void repeated(RecordPlace place, String candidateId) {
    repeated++;
    if (repeated <= SHOWN) {
      err.printf(
          "warning: %s%s candidate %s is on an earlier line too; each line gets an answer%n",
          source, place.shown(), candidateId);
    }
  }

  /** How many records were rejected. */
  long rejected() {
    return rejected;
  }

  /**
   * Says how many more there were than were shown.
   *
   * @param kept whether rejected records are kept in a file
   */
  void done(boolean kept) {
    if (rejected > SHOWN) {
      err.printf(
          "… and %,d more rejected records%s%n",
          rejected - SHOWN, kept ? "" : "; name a file with --rejected to keep them all");
    }
    if (repeated > SHOWN) {
      err.printf("… and %,d more repeated candidates%n", repeated - SHOWN);
    }
  }
}
