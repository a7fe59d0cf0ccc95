package dev.certus.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Option;

/** The instant that is decided for. */
final class AsOfOption {

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "The instant to decide for, with an offset or Z, such as 2026-11-23T08:00:00Z."
              + " Default: now, read once, to the second, and printed.")
  private String text;

  /** The instant given, else the one reading of the clock, which is printed on {@code err}. */
  Instant instant(PrintWriter err) {
    if (text == null) {
      Instant now = clock().instant().truncatedTo(ChronoUnit.SECONDS);
      err.println("as of " + now);
      return now;
    }
    return given();
  }

  /**
   * The instant given, else that of an earlier run, else the one reading of the clock.
   *
   * @param earlier the instant that an earlier run decided for, or null
   */
  Instant instant(Instant earlier, PrintWriter err) {
    return text == null && earlier != null ? earlier : instant(err);
  }

  /** The machine's clock, for what goes on over time. */
  static InstantSource clock() {
    return Clock.systemUTC();
  }

  /** Checks the instant, where one is given. */
  void check() {
    if (text != null) {
      given();
    }
  }

  /** The instant given, which must be. */
  Instant given() {
    if (text == null) {
      throw new UserException(
          "--as-of is missing\n  help: say an instant, such as --as-of 2026-11-23T08:00:00Z");
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new UserException(
          "--as-of is no instant: `%s`%n  help: write it with an offset or Z: 2026-11-23T08:00:00Z"
              .formatted(text));
    }
  }
}
