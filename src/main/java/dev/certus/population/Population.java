package dev.certus.population;

import dev.certus.pack.Pack;
import dev.certus.record.CandidateRecord;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A random population of candidates. The same pack, seed and instant make the same candidates, each
 * of them whichever others are made.
 *
 * <p>Most candidates have one to four attempts and one certification in view; a few have long
 * histories. They live in several zones, sit in others now and then, wait for results, miss and
 * move appointments, and hold certifications and vouchers at every stage of their lives. Scores lie
 * around the pack's passing scores, and times often where a period of the pack ends. What a pack
 * declares beyond the standard record is drawn at random within what it may be. About one in a
 * hundred has something odd in the record: an invalidated result, a code that the catalogue lacks,
 * a contradiction.
 */
public final class Population {

  private final PackOdds odds;
  private final long seed;
  private final Instant asOf;

  /**
   * A population.
   *
   * @param pack the pack that decides its candidates
   * @param seed chooses the population
   * @param asOf the instant up to which their lives are known
   */
  public Population(Pack pack, long seed, Instant asOf) {
    this.odds = new PackOdds(pack);
    this.seed = seed;
    this.asOf = asOf;
  }

  /** The candidate with that number, from 1. */
  public CandidateRecord candidate(long number) {
    SplittableRandom mixed = new SplittableRandom(seed);
    SplittableRandom random =
        new SplittableRandom(mixed.nextLong() ^ (number * 0x9E3779B97F4A7C15L));
    return new Life(odds, asOf, new Dice(random)).record("C-%07d".formatted(number));
  }
}
