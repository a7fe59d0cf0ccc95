package dev.certus.register;

import dev.certus.decision.Decisions;
import dev.certus.engine.DecisionException;
import dev.certus.engine.Engine;
import dev.certus.impact.Difference;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordShape;
import dev.certus.run.OrderedPool;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which decisions that a register has issued would have been others by another pack, and since
 * when: decides each record that the register has, as of each run that issued its decisions, by the
 * pack of that run and by the other one.
 */
public final class Flips {

  private static final int BATCH = 128;

  private final Register register;
  private final RegisterDatabase database;
  private final Replay replay;
  private final Engine other;
  private final RecordShape shape; // of the records that the other pack decides
  private final int threads;
  private List<Run> runs;

  /**
   * A report.
   *
   * @param replay decides as the runs did; the caller closes it
   * @param other decides by the other pack; the caller closes it
   * @param shape the lists and fields of the records that the other pack decides
   */
  public Flips(
      RegisterDatabase database, Replay replay, Engine other, RecordShape shape, int threads) {
    this.database = database;
    this.register = new Register(database);
    this.replay = replay;
    this.other = other;
    this.shape = shape;
    this.threads = threads;
  }

  /** Takes what was found, candidate by candidate. */
  public interface Handler {

    /** Takes the flips of a candidate; none where no decision of it differs. */
    void take(List<Flip> flips) throws IOException;
  }

  /** Looks at all candidates that the register ever had, in the order of their ids. */
  public void run(Handler handler) throws IOException {
    runs = register.runs();
    replay.load(register, runs);
    try (OrderedPool<List<List<Flip>>> pool = new OrderedPool<>(threads)) {
      Batches batches = new Batches(pool, handler);
      database.read(
          connection -> {
            RegisterRows.entries(
                connection, "ORDER BY candidate_id, entry", List.of(), batches::take);
            return null;
          });
      batches.end();
    }
  }

  /** Gathers entries of whole candidates. */
  private final class Batches {

    private final OrderedPool<List<List<Flip>>> pool;
    private final Handler handler;
    private List<List<Entry>> batch = new ArrayList<>();
    private List<Entry> candidate = new ArrayList<>();

    Batches(OrderedPool<List<List<Flip>>> pool, Handler handler) {
      this.pool = pool;
      this.handler = handler;
    }

    void take(Entry entry) throws IOException {
      if (!candidate.isEmpty() && !candidate.get(0).candidateId().equals(entry.candidateId())) {
        endCandidate();
      }
      candidate.add(entry);
    }

    private void endCandidate() throws IOException {
      batch.add(candidate);
      candidate = new ArrayList<>();
      if (batch.size() == BATCH) {
        endBatch();
      }
    }

    private void endBatch() throws IOException {
      List<List<Entry>> work = batch;
      batch = new ArrayList<>();
      pool.add(() -> flips(work));
      if (pool.isFull()) {
        handOver();
      }
    }

    private void handOver() throws IOException {
      try {
        for (List<Flip> flips : pool.next()) {
          handler.take(flips);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }

    void end() throws IOException {
      if (!candidate.isEmpty()) {
        endCandidate();
      }
      endBatch();
      while (!pool.isEmpty()) {
        handOver();
      }
    }
  }

  private List<List<Flip>> flips(List<List<Entry>> candidates) throws IOException {
    List<List<Flip>> all = new ArrayList<>();
    for (List<Entry> entries : candidates) {
      all.add(new OfCandidate().flips(entries));
    }
    return all;
  }

  /** The flips of a candidate. */
  private final class OfCandidate {

    private final Map<List<Object>, Flip> flips = new LinkedHashMap<>();
    private String json; // of the entry's record
    private CandidateRecord record;

    List<Flip> flips(List<Entry> entries) throws IOException {
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        json = entry.record() == null ? json : entry.record();
        int end = i + 1 < entries.size() ? (int) entries.get(i + 1).run() - 1 : runs.size();
        if (entry.state() == EntryState.DECIDED) {
          record = Replay.record(shape, json);
          look((int) entry.run() - 1, end);
        }
      }
      return List.copyOf(flips.values());
    }

    /** The record with all that the pack of a run reads of it. */
    private CandidateRecord as(Run.Policy policy) throws IOException {
      RecordShape own = replay.shape(policy);
      return own.equals(shape) ? record : Replay.record(own, json);
    }

    /** Looks at the runs that issued an entry: the first, and each by which the other changes. */
    private void look(int first, int end) throws IOException {
      int at = first;
      while (at < end) {
        Run run = runs.get(at);
        Decisions then;
        try {
          then = other.decideAhead(record, run.asOf());
        } catch (DecisionException e) {
          undecided(run, runs.get(end - 1), end == runs.size(), e);
          return;
        }
        int next = next(at, end, then.nextChangeAt());
        Decisions issued = replay.engine(run.policy()).decide(as(run.policy()), run.asOf());
        for (Difference difference : Difference.between(issued.decisions(), then.decisions())) {
          if (!difference.fields().equals(List.of("reason"))) {
            add(difference, run, runs.get(next - 1), next == runs.size());
          }
        }
        at = next;
      }
    }

    /** The first run whose decisions may be others by the other pack, or by a pack of its own. */
    private int next(int at, int end, Instant change) {
      int next = at + 1;
      while (next < end
          && (change == null || runs.get(next).asOf().isBefore(change))
          && runs.get(next).policy().equals(runs.get(at).policy())) {
        next++;
      }
      return next;
    }

    private void add(Difference difference, Run first, Run last, boolean stands) {
      add(
          new Flip(
              record.candidateId(),
              difference.subject().toString(),
              Difference.code(difference.before()),
              Difference.code(difference.after()),
              difference.either().clause(),
              String.join(", ", difference.fields()),
              first.asOf(),
              first.number(),
              last.asOf(),
              stands));
    }

    /** The other pack has no answer from a run on. */
    private void undecided(Run first, Run last, boolean stands, DecisionException why) {
      add(
          new Flip(
              record.candidateId(),
              "candidate " + record.candidateId(),
              "",
              "undecided",
              "",
              why.getMessage(),
              first.asOf(),
              first.number(),
              last.asOf(),
              stands));
    }

    private void add(Flip flip) {
      flips.merge(List.of(flip.subject(), flip.kind()), flip, Flip::through);
    }
  }
}
