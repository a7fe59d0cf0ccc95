package dev.certus.run;

import dev.certus.engine.Engine;
import dev.certus.engine.EngineUse;
import dev.certus.file.FileHash;
import dev.certus.output.DecisionWriter;
import dev.certus.record.RecordReader;
import dev.certus.record.UnknownFields;
import dev.certus.rulebook.RuleBook;
import dev.certus.time.TimeZoneData;
import java.io.IOException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run from a source to a sink. Used once. */
final class DecideJob {

  private static final Logger LOG = LoggerFactory.getLogger(DecideJob.class);

  private final long start = System.nanoTime();
  private final RuleBook book;
  private final RunOptions options;
  private final RecordSource source;
  private final DecisionSink sink;
  private final Checkpoint from; // null where nothing is resumed
  private final Tally before;
  private final Instant asOf;
  private final RunIdentity identity;

  /**
   * Prepares a run.
   *
   * @throws OtherRunException where the sink's checkpoint is of another run
   */
  DecideJob(RuleBook book, RunOptions options, RecordSource source, DecisionSink sink)
      throws IOException {
    this.book = book;
    this.options = options;
    this.source = source;
    this.sink = sink;
    this.from = sink.checkpoints().isPresent() ? sink.checkpoints().get().resume() : null;
    this.before = from == null ? Tally.NONE : from.tally();
    this.asOf = options.asOf().apply(RunIdentity.asOf(from));
    this.identity = new RunIdentity(book, asOf, source, sink, options);
    if (from != null) {
      identity.check(from);
    }
  }

  RunResult run() throws IOException {
    try (RejectedFile rejected =
            RejectedFile.open(options.rejected(), from, sink.checkpoints().isPresent());
        Engine engine = options.engine().open(book, options.limits())) {
      Writing writing = new Writing(source, sink, rejected, identity, options.listener(), before);
      SourceMark end = decide(engine, writing);
      writing.commit(end);
      complete(rejected.complete(), writing, end, engine.use());
      return new RunResult(
          writing.tally(),
          engine.firings(),
          writing.tally().read() - before.read(),
          writing.repeated(),
          seconds());
    }
  }

  private SourceMark decide(Engine engine, Writing writing) throws IOException {
    DecisionWriter writer = sink.format().writer();
    RecordReader reader =
        new RecordReader(book.pack().record(), new UnknownFields(options.listener()::unknownField));
    ChunkDecider decider = new ChunkDecider(reader, engine, asOf, writer, record -> true);
    Feed feed = new Feed(source);
    if (from == null) {
      sink.write(writer.header());
    } else {
      feed.skip(new SourceMark(from.records(), from.recordsSha256()));
      options.listener().resumed(from.records());
      LOG.info("resumes after {} records that an earlier run decided", from.records());
    }
    return new RecordPipeline<>(decider::decide, options.threads(), options.checkpointEvery())
        .run(feed, writing);
  }

  /** Makes the manifest and the output appear, in this order. */
  private void complete(FileHash rejected, Writing writing, SourceMark end, EngineUse engine)
      throws IOException {
    if (options.manifest() != null) {
      Manifest manifest =
          new Manifest(
              options.program(),
              Runtime.version().toString(),
              TimeZoneData.version(),
              Manifest.PackIdentity.of(book),
              asOf.toString(),
              engine,
              options.limits().facts(),
              Manifest.Input.of(source, end),
              Manifest.Output.of(sink),
              rejected,
              Manifest.Counts.of(writing.tally(), writing.repeated()),
              options.seal().previous(),
              seconds());
      ManifestFile.write(options.manifest(), manifest, options.seal().key());
    }
    sink.complete();
  }

  /** Since the start, to the millisecond. */
  private double seconds() {
    return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
  }
}
