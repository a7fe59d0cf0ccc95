package dev.certus.register;

import dev.certus.decision.CodePoints;
import dev.certus.engine.Engine;
import dev.certus.record.RecordReader;
import dev.certus.record.UnknownFields;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.RecordPipeline;
import dev.certus.run.RecordSource;
import dev.certus.run.RejectedFile;
import dev.certus.run.RunOptions;
import dev.certus.time.TimeZoneData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides all records of a source and appends to a register what it did not say before. A run that
 * is cut off leaves nothing.
 */
public final class RegisterRun {

  private final RuleBook book;
  private final RunOptions options;
  private final boolean changed;

  /**
   * A run by a rule book.
   *
   * @param options all but checkpoints and manifest
   * @param changed whether to decide those records alone that are new or changed, or whose
   *     decisions have come to change; the register is the same as if all were decided. Where the
   *     policy or the program is another than in the run before, all are.
   */
  public RegisterRun(RuleBook book, RunOptions options, boolean changed) {
    this.book = book;
    this.options = options;
    this.changed = changed;
  }

  /**
   * What a run came to.
   *
   * @param run what the register says of it
   * @param again how many records were decided, in place of being found the same
   */
  public record Result(Run run, long again) {}

  /**
   * Runs.
   *
   * @throws IOException where the source cannot be read, another run is writing the register, the
   *     register's last run is of a later instant, or nothing could be appended
   */
  public Result run(RecordSource source, RegisterDatabase database) throws IOException {
    database.lock();
    Head head = Head.of(new Register(database).runs());
    Instant asOf = options.asOf().apply(null);
    checkOrder(database, head, asOf);
    Run.Policy policy = policy();
    Standing standing =
        head.last() == null ? new Standing(0) : database.read(RegisterRows::standing);
    Path rows = database.spool();
    try (Engine engine = options.engine().open(book, options.limits());
        RejectedFile rejected = RejectedFile.open(options.rejected(), null, false);
        Entries entries = new Entries(head, head.isBy(policy), standing, rows)) {
      Appending appending = new Appending(source, standing, rejected, options.listener(), entries);
      boolean all = !changed || !head.isBy(policy);
      RecordReader reader =
          new RecordReader(
              book.pack().record(), new UnknownFields(options.listener()::unknownField));
      Drafting drafting = new Drafting(reader, engine, asOf, standing, all);
      new RecordPipeline<>(drafting::of, options.threads(), Integer.MAX_VALUE)
          .runUnmarked(source, appending);
      for (String candidate : gone(database, standing)) {
        entries.gone(candidate);
      }
      Run run = appending.run(head.nextRun(), asOf, policy);
      Run sealed = run.sealed(new Chain().run(head.hash(), run));
      rejected.complete();
      append(database, rows, sealed);
      return new Result(sealed, appending.again());
    }
  }

  private static void checkOrder(RegisterDatabase database, Head head, Instant asOf)
      throws IOException {
    if (head.last() != null && asOf.isBefore(head.last().asOf())) {
      throw new IOException(
          "the last run of %s is as of %s, which is later than %s%n  help: a register goes forward in time; decide as of an earlier instant without one"
              .formatted(database.name(), head.last().asOf(), asOf));
    }
  }

  private Run.Policy policy() {
    return new Run.Policy(
        book.hash(),
        book.pack().name(),
        book.pack().version()
            + (book.files().knownOn() == null ? "" : " as known on " + book.files().knownOn()),
        options.program(),
        TimeZoneData.version(),
        options.limits().facts());
  }

  /** The candidates that the input has no record of any more, in code point order. */
  private static List<String> gone(RegisterDatabase database, Standing standing)
      throws IOException {
    List<String> gone = new ArrayList<>();
    if (!standing.allSeen()) {
      Chain chain = new Chain();
      database.read(
          connection -> {
            RegisterRows.candidates(
                connection,
                candidate -> {
                  if (!standing.isSeen(standing.of(chain.key(candidate)))) {
                    gone.add(candidate);
                  }
                });
            return null;
          });
      gone.sort(CodePoints::compare);
    }
    return gone;
  }

  private void append(RegisterDatabase database, Path rows, Run run) throws IOException {
    database.append(
        rows,
        connection -> {
          RegisterTables.create(connection, database.longText());
          RegisterTables.addSpooled(connection);
          RegisterTables.addPack(connection, run.policy().packSha256(), book.files().texts());
          RegisterTables.add(connection, run);
          return null;
        });
  }
}
