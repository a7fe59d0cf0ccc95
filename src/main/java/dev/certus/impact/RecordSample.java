package dev.certus.impact;

import dev.certus.record.CandidateRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A sample of candidates, all equally likely: those whose ids mix to the least numbers. The same
 * candidates come the next time, in whatever order they are read.
 */
final class RecordSample {

  /** How many candidates are kept at most. */
  private static final int SIZE = 2_000;

  private record Kept(long number, CandidateRecord record) {}

  private final PriorityQueue<Kept> kept =
      new PriorityQueue<>(Comparator.comparingLong(Kept::number).reversed());

  /** A number from 0 to 1 that an id always has. */
  static double share(String candidateId) {
    return (mixed(candidateId) >>> 11) * 0x1.0p-53;
  }

  private static long mixed(String candidateId) {
    long mixed = candidateId.hashCode() * 0x9E3779B97F4A7C15L;
    return (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
  }

  void add(CandidateRecord record) {
    add(new Kept(mixed(record.candidateId()) >>> 1, record));
  }

  private void add(Kept one) {
    if (kept.size() < SIZE) {
      kept.add(one);
    } else if (one.number() < kept.peek().number()) {
      kept.poll();
      kept.add(one);
    }
  }

  void add(RecordSample other) {
    other.kept.forEach(this::add);
  }

  List<CandidateRecord> records() {
    List<CandidateRecord> records = new ArrayList<>();
    kept.forEach(one -> records.add(one.record()));
    return records;
  }
}
