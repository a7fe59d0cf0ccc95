package dev.certus.cli;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine;

/**
 * Where decisions go: standard output, or a file. A file is written aside and takes its name only
 * when it is complete, so that nobody ever reads half of one.
 */
final class Output implements Closeable {

  /** Names standard output. */
  static final String STANDARD = "-";

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path aside;
  private final OutputStream stream;

  private Output(Path file, Path aside, OutputStream stream) {
    this.file = file;
    this.aside = aside;
    this.stream = new BufferedOutputStream(stream, BUFFER);
  }

  static Output open(String output, CommandLine command) throws IOException {
    if (output.equals(STANDARD)) {
      command.getOut().flush();
      return new Output(null, null, System.out);
    }
    Path file = Path.of(output);
    if (Files.isDirectory(file)) {
      throw new UserException(output + " is a folder\n  help: name a file in it");
    }
    Path aside = file.resolveSibling(file.getFileName() + ".part");
    try {
      return new Output(file, aside, Files.newOutputStream(aside));
    } catch (NoSuchFileException e) {
      throw new UserException(
          "cannot write %s: its folder does not exist%n  help: create %s first"
              .formatted(output, file.toAbsolutePath().getParent()));
    }
  }

  OutputStream stream() {
    return stream;
  }

  /** Lets the file take its name. */
  void complete() throws IOException {
    stream.flush();
    if (file != null) {
      stream.close();
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Removes what was written of a file that was not completed. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      stream.close();
      Files.deleteIfExists(aside);
    }
  }
}
