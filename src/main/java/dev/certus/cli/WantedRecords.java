package dev.certus.cli;

import dev.certus.engine.DecisionException;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordReader;
import dev.certus.record.RecordShape;
import dev.certus.run.Fault;
import dev.certus.run.InputRecord;
import dev.certus.run.ParsedRecord;
import dev.certus.run.RecordSource;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The option {@code --candidate}, and the records of a source that it lets through. */
final class WantedRecords {

  @Option(
      names = "--candidate",
      paramLabel = "ID",
      description = "Only the record of this candidate.")
  private String candidate;

  /** What is done with a record. */
  interface Use {

    /**
     * Takes a record.
     *
     * @throws DecisionException where it cannot be decided: it is rejected then
     */
    void take(CandidateRecord record) throws IOException;
  }

  /**
   * Takes the wanted records of a source, and reports those that are rejected, or that there is
   * none.
   *
   * @return the exit code
   */
  int each(RecordShape shape, RecordSource source, PrintWriter err, Use use) throws IOException {
    RejectionReport rejections = new RejectionReport(source.name(), err);
    RecordReader reader = WarningReader.on(shape, err);
    boolean found = false;
    for (InputRecord next = source.next(); next != null; next = source.next()) {
      ParsedRecord parsed = ParsedRecord.of(next, reader);
      if (parsed.fault() != null) {
        rejections.rejected(parsed.rejected(parsed.fault()));
      } else if (candidate == null || parsed.record().candidateId().equals(candidate)) {
        found = true;
        try {
          use.take(parsed.record());
        } catch (DecisionException e) {
          rejections.rejected(parsed.rejected(Fault.of(e)));
        }
      }
    }
    rejections.done(false);
    if (!found) {
      String whose = candidate == null ? "" : " of candidate `" + candidate + "`";
      err.printf("warning: %s holds no record%s%n", source.name(), whose);
    }
    return rejections.rejected() > 0 || !found ? ExitCode.FINDINGS : ExitCode.FINE;
  }
}
