package dev.certus.cli;

import dev.certus.run.RecordPlace;
import dev.certus.run.RecordSource;
import dev.certus.run.Rejection;
import dev.certus.run.RunListener;
import java.io.PrintWriter;

/** Prints on standard error what a run reports. */
final class RunReport implements RunListener {

  private final RejectionReport rejections;
  private final Progress progress;
  private final PrintWriter err;

  private RunReport(RejectionReport rejections, Progress progress, PrintWriter err) {
    this.rejections = rejections;
    this.progress = progress;
    this.err = err;
  }

  /**
   * A report of a run.
   *
   * @param progress whether to show how far it has come
   */
  static RunReport on(RecordSource source, PrintWriter err, boolean progress) {
    return new RunReport(new RejectionReport(source.name(), err), Progress.on(err, progress), err);
  }

  @Override
  public void resumed(long records) {
    progress.resumed(records);
  }

  @Override
  public void unknownField(String field) {
    WarningReader.warn(field, err);
  }

  @Override
  public void rejected(Rejection rejection) {
    rejections.rejected(rejection);
  }

  @Override
  public void repeated(RecordPlace place, String candidateId) {
    rejections.repeated(place, candidateId);
  }

  @Override
  public void progressed(long read, long rejected, double share) {
    progress.show(read, rejected, share);
  }

  /**
   * Ends the report.
   *
   * @param kept whether rejected records are kept in a file
   */
  void done(boolean kept) {
    progress.done();
    rejections.done(kept);
  }
}
