package dev.certus.cli;

import dev.certus.batch.Place;
import dev.certus.batch.RejectedFile;
import dev.certus.batch.Rejection;
import dev.certus.batch.RunListener;
import dev.certus.batch.Tally;
import java.io.IOException;

/** Tells and keeps what a run tells of itself. */
final class RunReport implements RunListener {

  private final RejectionReport told;
  private final RejectedFile kept;
  private final Progress progress;

  RunReport(RejectionReport told, RejectedFile kept, Progress progress) {
    this.told = told;
    this.kept = kept;
    this.progress = progress;
  }

  @Override
  public void rejected(Rejection rejection) throws IOException {
    told.rejected(rejection);
    kept.add(rejection);
  }

  @Override
  public void repeated(Place place, String candidateId) {
    told.repeated(place, candidateId);
  }

  @Override
  public void progressed(Tally tally, double share) {
    progress.show(tally, share);
  }

  @Override
  public long cutRejected() throws IOException {
    return kept.cut();
  }
}
