package dev.certus.register;

import dev.certus.engine.DecisionException;
import dev.certus.file.Sha256;
import dev.certus.output.DecisionJson;
import dev.certus.pack.PackFiles;
import dev.certus.record.CandidateRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that no row of a register was altered, removed or put in since it was written, and that
 * its decisions still follow from its records and packs. Used once.
 */
public final class RegisterCheck {

  /** How many findings are kept; the rest are counted. */
  private static final int MOST = 20;

  private final Register register;
  private final RegisterDatabase database;
  private final Replay replay;
  private final long sample;
  private final Random random;
  private final Chain chain = new Chain();
  private final List<String> findings = new ArrayList<>();
  private final Map<Long, Long> counts = new HashMap<>(); // entries by run
  private final Map<Long, String> hashes = new HashMap<>(); // of the last entry by run
  private List<Run> runs;
  private String entryHash = Chain.START;
  private long entries;
  private long found;
  private long replayed;

  /**
   * A check.
   *
   * @param replay decides again; the caller closes it
   * @param sample about how many entries are decided again
   * @param seed which
   */
  public RegisterCheck(RegisterDatabase database, Replay replay, long sample, long seed) {
    this.database = database;
    this.register = new Register(database);
    this.replay = replay;
    this.sample = sample;
    this.random = new Random(seed);
  }

  /**
   * What was found.
   *
   * @param findings what does not hold, the first of it; none where all holds
   * @param found how many findings there are
   * @param runs how many runs the register has
   * @param entries how many entries it has
   * @param replayed how many were decided again
   * @param hash the hash of its last run
   */
  public record Report(
      List<String> findings, long found, long runs, long entries, long replayed, String hash) {}

  /**
   * Checks all rows.
   *
   * @param expected the hash of a run, which an earlier run printed: it must still be in the
   *     register; or null
   */
  public Report check(String expected) throws IOException {
    runs = register.runs();
    checkRuns();
    database.read(
        connection -> {
          checkPacks(connection);
          return null;
        });
    database.read(
        connection -> {
          checkEntries(connection);
          RegisterRows.odd(
              connection,
              candidate ->
                  find(
                      "register_current: the row of candidate %s is not what its last entry says"
                          .formatted(candidate)));
          return null;
        });
    if (found == 0) {
      replay();
    }
    if (expected != null && runs.stream().noneMatch(run -> run.hash().equals(expected))) {
      find("no run has the hash %s: the register was cut off, or written anew".formatted(expected));
    }
    String hash = runs.isEmpty() ? Chain.START : runs.get(runs.size() - 1).hash();
    return new Report(findings, found, runs.size(), entries, replayed, hash);
  }

  private void find(String finding) {
    found++;
    if (findings.size() < MOST) {
      findings.add(finding);
    }
  }

  private void checkRuns() {
    String hash = Chain.START;
    long number = 0;
    for (Run run : runs) {
      if (run.number() != ++number) {
        find("run %,d is missing: run %,d follows".formatted(number, run.number()));
        number = run.number();
      } else if (!chain.run(hash, run).equals(run.hash())) {
        find("run %,d: it was altered: its hash does not follow from it".formatted(number));
      }
      hash = run.hash();
    }
  }

  private void checkEntries(Connection connection) throws SQLException, IOException {
    RegisterRows.entries(connection, "ORDER BY entry", List.of(), this::check);
    String hash = Chain.START;
    for (Run run : runs) {
      hash = hashes.getOrDefault(run.number(), hash);
      if (counts.getOrDefault(run.number(), 0L) != run.entries()
          || !hash.equals(run.entriesHash())) {
        find(
            "run %,d: it added %,d entries, of which %,d are there"
                .formatted(run.number(), run.entries(), counts.getOrDefault(run.number(), 0L)));
        hash = run.entriesHash();
      }
    }
  }

  private void check(Entry entry) {
    entries++;
    if (entry.number() != entries) {
      find("entry %,d is missing: entry %,d follows".formatted(entries, entry.number()));
      entries = entry.number();
    } else if (!chain.entry(entryHash, entry).equals(entry.hash())) {
      find(
          "entry %,d, of candidate %s: it was altered: its hash does not follow from it"
              .formatted(entry.number(), entry.candidateId()));
    } else if (entry.record() != null
        && !Sha256.hex(entry.record().getBytes(StandardCharsets.UTF_8))
            .equals(entry.recordSha256())) {
      find(
          "entry %,d, of candidate %s: its record was altered"
              .formatted(entry.number(), entry.candidateId()));
    } else if (entry.run() < 1 || entry.run() > runs.size()) {
      find("entry %,d: there is no run %,d".formatted(entry.number(), entry.run()));
    }
    entryHash = entry.hash();
    counts.merge(entry.run(), 1L, Long::sum);
    hashes.put(entry.run(), entry.hash());
  }

  /** Decides the records of some entries again. */
  private void replay() throws IOException {
    replay.load(register, runs);
    String some =
        entries <= sample
            ? ""
            : " AND e.entry IN (%s)"
                .formatted(
                    random
                        .longs(sample, 1, entries + 1)
                        .distinct()
                        .sorted()
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(", ")));
    database.read(
        connection -> {
          RegisterRows.entriesWithRecords(
              connection, "WHERE e.state = 'decided'" + some, this::replay);
          return null;
        });
  }

  private void replay(Entry entry) throws IOException {
    replayed++;
    Run run = runs.get((int) entry.run() - 1);
    String now;
    try {
      CandidateRecord read = Replay.record(replay.shape(run.policy()), entry.record());
      now = DecisionJson.text(replay.engine(run.policy()).decideAhead(read, run.asOf()));
    } catch (DecisionException e) {
      now = e.getMessage();
    }
    if (!now.equals(entry.answer())) {
      find(
          "entry %,d, of candidate %s: decided again by pack %s as of %s, the answer is another%s"
              .formatted(
                  entry.number(),
                  entry.candidateId(),
                  run.policy().packVersion(),
                  run.asOf(),
                  replay.isProgram(run.policy())
                      ? ""
                      : "; " + run.policy().program() + " decided it"));
    }
  }

  private void checkPacks(Connection connection) throws SQLException {
    Set<String> needed = new HashSet<>();
    runs.forEach(run -> needed.add(run.policy().packSha256()));
    List<String> kept = RegisterRows.packs(connection);
    for (String pack : kept) {
      PackFiles files = new PackFiles(pack, RegisterRows.pack(connection, pack));
      if (!needed.remove(pack)) {
        find("pack %s: no run decided by it".formatted(pack));
      } else if (!files.hash().equals(pack)) {
        find("pack %s: its text was altered".formatted(pack));
      }
    }
    needed.forEach(pack -> find("pack %s, by which a run decided, is missing".formatted(pack)));
  }
}
