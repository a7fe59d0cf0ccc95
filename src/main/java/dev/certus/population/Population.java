package dev.certus.population;

import dev.certus.pack.Catalogue;
import dev.certus.record.CandidateRecord;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A random population of candidates. The same catalogue, seed and instant make the same candidates,
 * each of them whichever others are made.
 *
 * <p>Most candidates have one to four attempts and one certification in view; a few have long
 * histories. They live in several zones, sit in others now and then, wait for results, miss and
 * move appointments, and hold certifications and vouchers at every stage of their lives. About one
 * in a hundred has something odd in the record: an invalidated result, a code that the catalogue
 * lacks, a contradiction.
 */
public final class Population {

  private final Catalogue catalogue;
  private final long seed;
  private final Instant asOf;

  /**
   * A population.
   *
   * @param catalogue the exams that its candidates take
   * @param seed chooses the population
   * @param asOf the instant up to which their lives are known
   */
  public Population(Catalogue catalogue, long seed, Instant asOf) {
    this.catalogue = catalogue;
    this.seed = seed;
    this.asOf = asOf;
  }

  /** The candidate with that number, from 1. */
  public CandidateRecord candidate(long number) {
    SplittableRandom mixed = new SplittableRandom(seed);
    SplittableRandom random =
        new SplittableRandom(mixed.nextLong() ^ (number * 0x9E3779B97F4A7C15L));
    return new Life(catalogue, asOf, new Dice(random)).record("C-%07d".formatted(number));
  }
}
