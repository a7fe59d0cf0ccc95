package dev.certus.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the word that a misspelt one probably means. */
public final class DidYouMean {

  private static final Pattern MEANT = Pattern.compile("did you mean `(.+)`\\?");

  private DidYouMean() {}

  /** The choice that a help proposes, if it is one of {@link #oneOf} with a choice that is near. */
  public static Optional<String> meant(String help) {
    Matcher meant = MEANT.matcher(help == null ? "" : help);
    return meant.matches() ? Optional.of(meant.group(1)) : Optional.empty();
  }

  /** "did you mean `x`?" where a choice is near, else all choices. */
  public static String oneOf(String word, Collection<String> choices) {
    return nearest(word, choices)
        .map("did you mean `%s`?"::formatted)
        .orElseGet(() -> "one of " + String.join(", ", choices.stream().sorted().toList()));
  }

  /**
   * The choice nearest to {@code word}, if any differs from it by a third of its letters or less.
   */
  public static Optional<String> nearest(String word, Collection<String> choices) {
    return choices.stream()
        .filter(choice -> distance(word, choice) <= Math.max(1, choice.length() / 3))
        .min(
            Comparator.comparingInt((String choice) -> distance(word, choice))
                .thenComparing(c -> c));
  }

  /** How many letters must be changed, added, removed or swapped with their neighbour. */
  private static int distance(String from, String to) {
    int[][] d = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(d, from, to, i, j);
      }
    }
    return d[from.length()][to.length()];
  }

  private static int step(int[][] d, String from, String to, int i, int j) {
    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}
