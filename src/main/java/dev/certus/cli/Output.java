package dev.certus.cli;

import dev.certus.file.PartFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import picocli.CommandLine;

/**
 * Where a command writes: standard output, or a file that appears only when it is complete, so that
 * nobody reads half of one.
 */
final class Output implements Closeable {

  /** Names standard output. */
  static final String STANDARD = "-";

  private static final int BUFFER = 1 << 16;

  private final PartFile file; // null for standard output
  private final OutputStream stream;

  private Output(PartFile file, OutputStream stream) {
    this.file = file;
    this.stream = stream;
  }

  static Output open(String output, CommandLine command) throws IOException {
    if (output.equals(STANDARD)) {
      command.getOut().flush();
      OutputStream standard = Main.standardOutput(command.getCommandSpec());
      return new Output(null, new BufferedOutputStream(standard, BUFFER));
    }
    PartFile file = PartFile.create(Path.of(output));
    return new Output(file, file.stream());
  }

  OutputStream stream() {
    return stream;
  }

  /** Makes the file appear. */
  void complete() throws IOException {
    stream.flush();
    if (file != null) {
      file.complete();
    }
  }

  /** Removes what was written of a file that was not completed. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
