package dev.certus.impact;

import dev.certus.file.FileHash;
import dev.certus.run.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a comparison read and by what it compared: all that is needed to check later that its report
 * still follows.
 *
 * @param program the version of the program
 * @param java the version of the Java run time
 * @param timeZones the version of the rules of time zones
 * @param before the old pack
 * @param after the new pack
 * @param asOf the instant decided for
 * @param share the share of candidates that were compared, more than 0 and at most 1
 * @param conditions the conditions, as they were written
 * @param input what was read
 * @param format the form of the report
 * @param report the report
 */
public record ComparisonManifest(
    String program,
    String java,
    String timeZones,
    Compared before,
    Compared after,
    String asOf,
    double share,
    List<String> conditions,
    Manifest.Input input,
    ImpactFormat format,
    FileHash report) {

  /** A manifest that lacks nothing. */
  public ComparisonManifest {
    Objects.requireNonNull(program);
    Objects.requireNonNull(java);
    Objects.requireNonNull(timeZones);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(input);
    Objects.requireNonNull(format);
    Objects.requireNonNull(report);
    Instant.parse(asOf);
    conditions = List.copyOf(conditions);
  }

  /**
   * A pack that was compared.
   *
   * @param name where it is, as it was given: a folder, or {@code REV:FOLDER}, as known on a day or
   *     not
   * @param sha256 the hash of its content
   */
  public record Compared(String name, String sha256) {

    /** A pack. */
    public Compared {
      Objects.requireNonNull(name);
      Objects.requireNonNull(sha256);
    }
  }
}
