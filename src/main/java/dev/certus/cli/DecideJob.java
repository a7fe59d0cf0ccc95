package dev.certus.cli;

import dev.certus.batch.Checkpoint;
import dev.certus.batch.DecideRun;
import dev.certus.batch.FileHash;
import dev.certus.batch.Manifest;
import dev.certus.batch.ManifestFile;
import dev.certus.batch.RejectedFile;
import dev.certus.batch.RunMetrics;
import dev.certus.batch.Sink;
import dev.certus.batch.Source;
import dev.certus.batch.Tally;
import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.engine.DecisionEngine;
import dev.certus.output.DecisionWriter;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordReader;
import dev.certus.record.UnknownFields;
import dev.certus.rulebook.RuleBook;
import dev.certus.time.TimeZoneData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One run from a source to a sink, with all that is told and kept of it. Used once. */
final class DecideJob {

  private final long start = System.nanoTime();
  private final InputOption input;
  private final OutputOption output;
  private final int maxFacts;
  private final int threads;
  private final RuleBook book;
  private final Instant asOf;
  private final PrintWriter err;

  DecideJob(
      InputOption input,
      OutputOption output,
      int maxFacts,
      int threads,
      RuleBook book,
      Instant asOf,
      PrintWriter err) {
    this.input = input;
    this.output = output;
    this.maxFacts = maxFacts;
    this.threads = threads;
    this.book = book;
    this.asOf = asOf;
    this.err = err;
  }

  /** Decides all records; the output and, if there is one, the manifest appear. */
  RunMetrics run(Source source, Sink sink, Checkpoint from, Path rejected, Path manifest)
      throws IOException {
    Map<String, String> run =
        new RunIdentity(book, asOf, source.name(), input.tables(), rejected, output)
            .goesOnFrom(from);
    Progress progress =
        Progress.on(err, !output.isStandard(), from == null ? 0 : from.tally().read());
    RejectionReport told = new RejectionReport(source.name(), err);
    try (RejectedFile kept = open(rejected, from);
        DecisionEngine engine = new DecisionEngine(book, maxFacts)) {
      DecideRun.Outcome outcome =
          decideRun(engine, new RunReport(told, kept, progress)).run(source, sink, from, run);
      progress.done();
      told.done(kept.isKept());
      FileHash rejections = kept.complete();
      long before = from == null ? 0 : from.records();
      RunMetrics metrics =
          new RunMetrics(
              outcome.tally(), engine.firings(), outcome.tally().read() - before, seconds());
      if (manifest != null) {
        ManifestFile.write(
            manifest, manifest(source, sink.hash(), outcome, rejections, told.repeated()));
      }
      sink.complete();
      return metrics;
    }
  }

  private RejectedFile open(Path rejected, Checkpoint from) throws IOException {
    return rejected == null
        ? RejectedFile.none()
        : RejectedFile.open(rejected, from, output.keepsCheckpoints());
  }

  private DecideRun decideRun(DecisionEngine engine, RunReport report) {
    DecisionWriter writer = output.format().writer();
    UnknownFields unknown =
        new UnknownFields(
            field -> err.println("warning: unknown field `" + field + "` is ignored"));
    return new DecideRun(
        new RecordReader(unknown),
        (record, out) -> answer(engine, writer, record, out),
        writer.header(),
        threads,
        output.checkpointEvery(),
        report);
  }

  private List<String> answer(
      DecisionEngine engine,
      DecisionWriter writer,
      CandidateRecord record,
      ByteArrayOutputStream out) {
    Decisions decisions = engine.decide(record, asOf);
    writer.encode(decisions, out);
    return decisions.decisions().stream().map(Decision::code).toList();
  }

  private Manifest manifest(
      Source source, FileHash written, DecideRun.Outcome outcome, FileHash rejected, long repeated)
      throws IOException {
    Tally tally = outcome.tally();
    return new Manifest(
        Main.Version.text(),
        Runtime.version().toString(),
        TimeZoneData.version(),
        new Manifest.PackIdentity(
            book.pack().name(),
            book.pack().version(),
            book.files().folder(),
            book.hash(),
            book.files().catalogueHash()),
        asOf.toString(),
        maxFacts,
        new Manifest.Input(
            source.name(),
            source.kind(),
            input.tables(),
            source.files(),
            tally.read(),
            outcome.recordsSha256()),
        new Manifest.Output(
            written.name(),
            output.format().written(),
            output.table(),
            written.bytes(),
            written.sha256()),
        rejected,
        new Manifest.Counts(
            tally.decided(), tally.rejected(), repeated, tally.decisions(), tally.rejections()),
        seconds());
  }

  /** Since the start, to the millisecond. */
  private double seconds() {
    return Math.round((System.nanoTime() - start) / 1e6) / 1e3;
  }
}
