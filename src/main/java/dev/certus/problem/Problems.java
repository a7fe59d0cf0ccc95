package dev.certus.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects problems, so that one does not hide the others. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** The result of {@code read}, or {@code otherwise} where it finds problems; they are kept. */
  public <T> T attempt(Supplier<T> read, T otherwise) {
    try {
      return read.get();
    } catch (PackException e) {
      found.addAll(e.problems());
      return otherwise;
    }
  }

  /** Runs {@code read}; the problems that it finds are kept. */
  public void attempt(Runnable read) {
    attempt(
        () -> {
          read.run();
          return null;
        },
        null);
  }

  /**
   * Ends the reading where there were problems.
   *
   * @throws PackException with all of them
   */
  public void raise() {
    if (!found.isEmpty()) {
      throw new PackException(found);
    }
  }
}
