package dev.certus.cli;

import dev.certus.batch.Rejection;
import dev.certus.batch.RejectionJson;
import dev.certus.record.RecordProblem;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Tells of rejected records: all of them in a file if one is named, the first on standard error.
 */
final class RejectionReport implements Consumer<Rejection>, Closeable {

  private static final int SHOWN = 20;

  private final OutputStream file;
  private final String input;
  private final PrintWriter err;
  private long count;

  RejectionReport(Path file, String input, PrintWriter err) throws IOException {
    this.file = file == null ? null : new BufferedOutputStream(Files.newOutputStream(file));
    this.input = Input.name(input);
    this.err = err;
  }

  @Override
  public void accept(Rejection rejection) {
    count++;
    if (count <= SHOWN) {
      rejection.problems().forEach(problem -> err.println(line(rejection, problem)));
    }
    if (file != null) {
      try {
        file.write(RejectionJson.line(rejection));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String line(Rejection rejection, RecordProblem problem) {
    String pointer = problem.pointer().isEmpty() ? "" : " " + problem.pointer();
    return "%s:%d:%s found %s; expected %s"
        .formatted(input, rejection.line(), pointer, problem.found(), problem.expected());
  }

  /** Says how many more there were than were shown. */
  void done() {
    if (count > SHOWN) {
      err.printf(
          "… and %,d more rejected records%s%n",
          count - SHOWN, file == null ? "; name a file with --rejected to keep them all" : "");
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
