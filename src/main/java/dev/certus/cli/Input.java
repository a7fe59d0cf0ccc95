package dev.certus.cli;

import dev.certus.batch.LineSource;
import dev.certus.batch.Source;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where records in JSON Lines come from. */
final class Input {

  /** Names standard input. */
  static final String STANDARD = "-";

  private Input() {}

  /** Opens a file, or standard input for {@code -}. */
  static Source open(String input) throws IOException {
    return input.equals(STANDARD)
        ? LineSource.of(System.in, "standard input")
        : LineSource.of(Path.of(input));
  }

  /** What went wrong with a file, in words. */
  static String why(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file or folder";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
