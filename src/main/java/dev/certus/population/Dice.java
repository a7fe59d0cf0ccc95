package dev.certus.population;

import java.util.List;
import java.util.SplittableRandom;

/** Chances and choices. */
final class Dice {

  private final SplittableRandom random;

  Dice(SplittableRandom random) {
    this.random = random;
  }

  /** True with a probability of that many in a thousand. */
  boolean chance(int inThousand) {
    return random.nextInt(1_000) < inThousand;
  }

  /** A whole number between two, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  /** A whole number around a mean, within limits; the sum of a few throws is nearly normal. */
  int around(int mean, int spread, int least, int most) {
    int sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += random.nextInt(-spread, spread + 1);
    }
    return Math.max(least, Math.min(most, mean + sum / 2));
  }

  /** One of several, all equally likely. */
  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** One of several, the first the most likely. */
  <T> T earlyOf(List<T> choices) {
    double skewed = random.nextDouble() * random.nextDouble();
    return choices.get((int) (skewed * choices.size()));
  }
}
