package dev.certus.impact;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which edits make a decision differ.
 *
 * @param kind how they do
 * @param edits the edits
 */
public record Cause(Kind kind, List<PackEdit> edits) {

  /** How edits make a decision differ. */
  public enum Kind {
    /** One edit, or several that can only be made together. */
    ONE,
    /** Each of several by itself. */
    EACH,
    /** Several, but none without the others. */
    TOGETHER
  }

  private static final int SHOWN = 5;

  /** Keeps an unmodifiable copy of the list. */
  public Cause {
    edits = List.copyOf(edits);
  }

  @Override
  public String toString() {
    String names =
        edits.stream().limit(SHOWN).map(PackEdit::what).collect(Collectors.joining(", "));
    if (edits.size() > SHOWN) {
      names += " and %,d more".formatted(edits.size() - SHOWN);
    }
    return switch (kind) {
      case ONE -> names;
      case EACH -> "each of " + names;
      case TOGETHER -> "only together: " + names;
    };
  }
}
