package dev.certus.register;

import dev.certus.pack.PackFiles;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Answers from a register what was decided, when, and by which text. */
public final class Register {

  private final RegisterDatabase database;

  /** The register in a database; it may not be there yet. */
  public Register(RegisterDatabase database) {
    this.database = database;
  }

  /** How messages name it. */
  public String name() {
    return database.name();
  }

  /** All runs in their order; none where there is no register yet. */
  public List<Run> runs() throws IOException {
    return database.read(
        connection ->
            RegisterRows.areThere(connection) ? RegisterRows.runs(connection) : List.of());
  }

  /** The last run; null where there is none. */
  Run last() throws IOException {
    return Head.of(runs()).last();
  }

  /**
   * What the register said of a candidate at an instant: the last entry of a run as of that instant
   * or an earlier one; null where there is none.
   */
  public Entry at(String candidateId, Instant instant) throws IOException {
    Entry found = null;
    List<Run> runs = runs();
    for (Entry entry : history(candidateId)) {
      boolean had = !runs.get((int) entry.run() - 1).asOf().isAfter(instant);
      found = had ? entry : found;
    }
    return found;
  }

  /** All entries of a candidate, in their order. */
  public List<Entry> history(String candidateId) throws IOException {
    List<Entry> entries = new ArrayList<>();
    database.read(
        connection -> {
          RegisterRows.entries(
              connection,
              "WHERE candidate_id = ? ORDER BY entry",
              List.of(candidateId),
              entries::add);
          return null;
        });
    return entries;
  }

  /** The record that an entry rests on; null where it has none. */
  public String record(Entry entry) throws IOException {
    return database.read(connection -> RegisterRows.record(connection, entry));
  }

  /**
   * The records that the register's answers rested on at an instant, in the order of the
   * candidates.
   */
  public void records(Instant instant, RegisterRows.Each<String> each) throws IOException {
    long last = runs().stream().filter(run -> !run.asOf().isAfter(instant)).count();
    database.read(
        connection -> {
          RegisterRows.records(connection, last, each);
          return null;
        });
  }

  /**
   * The files of a pack that a run decided by.
   *
   * @param sha256 the pack's hash
   * @throws IOException where the register lacks it
   */
  public PackFiles pack(String sha256) throws IOException {
    SortedMap<String, String> texts =
        database.read(connection -> RegisterRows.pack(connection, sha256));
    if (texts.isEmpty()) {
      throw new IOException(
          "%s lacks the pack %s, by which a run of it decided".formatted(name(), sha256));
    }
    return new PackFiles("pack " + sha256.substring(0, 12), texts);
  }
}
