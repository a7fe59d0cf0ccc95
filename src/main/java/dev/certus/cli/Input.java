package dev.certus.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where records come from. */
final class Input {

  private static final String STANDARD = "-";
  private static final int SNIFFED = 1 << 12;

  private Input() {}

  /**
   * Opens a file, or standard input for {@code -}.
   *
   * @throws UserException where it is plainly no text
   */
  static InputStream open(String input) throws IOException {
    InputStream raw = input.equals(STANDARD) ? System.in : Files.newInputStream(Path.of(input));
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(SNIFFED);
    byte[] start = in.readNBytes(SNIFFED);
    in.reset();
    String kind = binary(start);
    if (kind != null) {
      in.close();
      throw new UserException(
          "%s is %s, not JSON Lines%n  help: give one JSON record a line, as UTF-8 text"
              .formatted(name(input), kind));
    }
    return in;
  }

  /** What kind of binary data begins so, or null where it may be text. */
  private static String binary(byte[] start) {
    if (start.length > 1 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
      return "compressed with gzip";
    }
    for (byte b : start) {
      if (b == 0) {
        return "binary data or UTF-16 text";
      }
    }
    return null;
  }

  /** How messages name an input. */
  static String name(String input) {
    return input.equals(STANDARD) ? "standard input" : input;
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
