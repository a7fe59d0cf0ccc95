package dev.certus.run;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A run cannot resume from a checkpoint because it is another run than the one cut off. */
public final class OtherRunException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * A setting that differs.
   *
   * @param setting what it is
   * @param earlier its value in the run that was cut off; null where it had none
   * @param now its value in this run
   */
  public record Difference(RunSetting setting, String earlier, String now) {}

  private final transient List<Difference> differences;

  OtherRunException(List<Difference> differences) {
    super(
        differences.stream()
            .map(d -> "%s was %s and is %s".formatted(d.setting(), d.earlier(), d.now()))
            .collect(Collectors.joining("; ", "the run that was cut off was another: ", "")));
    this.differences = List.copyOf(differences);
  }

  /** What differs, at least one setting. */
  public List<Difference> differences() {
    return differences;
  }
}
