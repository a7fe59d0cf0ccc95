package dev.certus.file;

import java.io.IOException;

/** A native library that this build does not have for the machine on which it runs. */
public final class MissingLibraryException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param what what needs the library, as a sentence starts with it
   */
  public MissingLibraryException(String what) {
    super(
        "%s needs a native library, which this jar has not for %s on %s%n  help: read and write JSON Lines, plain or .gz; docs/operate/operating.md#platforms has the platforms"
            .formatted(what, System.getProperty("os.name"), System.getProperty("os.arch")));
  }
}
