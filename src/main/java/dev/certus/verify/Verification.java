package dev.certus.verify;

import dev.certus.engine.Engine;
import dev.certus.engine.Limits;
import dev.certus.engine.SessionEngine;
import dev.certus.file.FileHash;
import dev.certus.pack.PackFiles;
import dev.certus.record.RecordReader;
import dev.certus.record.RecordShape;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import dev.certus.run.Manifest;
import dev.certus.run.RecordSource;
import dev.certus.run.SourceMark;
import dev.certus.sign.Signatures;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks whether the output of a run still follows from its inputs: nothing that its manifest names
 * has changed, and what is decided again, of a sample of the candidates or of all, is what the
 * output has. Used once.
 */
public final class Verification {

  private final Manifest manifest;
  private final Sample sample;
  private final long seed;
  private final Redecision redecision;
  private final InputCheck inputCheck;
  private final Discrepancies findings = new Discrepancies();
  private final List<String> notes = new ArrayList<>();
  private RuleBook book; // null where there is no sound pack

  /** Opens the records, which fails where they are damaged. */
  public interface Opening {

    /**
     * Opens them.
     *
     * @param shape the lists and fields that they can have
     */
    RecordSource open(RecordShape shape) throws IOException;
  }

  /** Gets reports of how far a verification has come. */
  public interface Watcher {

    /**
     * Some more records were read.
     *
     * @param read how many records were read so far
     * @param rejected how many of them were rejected
     * @param share the share of the input that was read, 0 to 1, or NaN where it is unknown
     */
    void progressed(long read, long rejected, double share);
  }

  /**
   * A verification.
   *
   * @param manifest describes the run
   * @param sample about how many records to decide again
   * @param seed chooses them
   * @param threads how many threads decide
   * @param watcher gets reports of how far it has come
   */
  public Verification(Manifest manifest, long sample, long seed, int threads, Watcher watcher) {
    this.manifest = manifest;
    this.sample = new Sample(sample, manifest.input().records(), seed);
    this.seed = seed;
    this.redecision = new Redecision(this.sample, threads, watcher);
    this.inputCheck = new InputCheck(manifest.input(), findings);
  }

  /** Notes where the program or its run time is another; that need not matter. */
  public void program(String version, String java) {
    note("certus", manifest.program(), version);
    note("Java", manifest.java(), java);
  }

  private void note(String what, String then, String now) {
    if (!now.equals(then)) {
      notes.add("%s was %s and is %s".formatted(what, then, now));
    }
  }

  /**
   * Checks the signature beside a manifest.
   *
   * @param key the file of the public key
   * @throws IOException where the key or the signature cannot be read
   */
  public void signature(Path manifestFile, Path key) throws IOException {
    if (!Signatures.holds(manifestFile, key)) {
      findings.add(
          new Discrepancy(
              "signature",
              manifestFile.toString(),
              "the manifest is not what was signed by the owner of this key",
              "a signature by " + key,
              Signatures.beside(manifestFile).toString(),
              "get the manifest back as it was signed, or name the right key with --key"));
    }
  }

  /**
   * Checks that a manifest is the one that this run followed.
   *
   * @throws IOException where it cannot be read
   */
  public void previous(Path earlier) throws IOException {
    FileHash now = FileHash.of(earlier);
    FileHash then = manifest.previous();
    if (then == null || !then.sha256().equals(now.sha256())) {
      findings.add(
          new Discrepancy(
              "previous",
              earlier.toString(),
              "it is not the manifest of the run before",
              then == null ? "no run before" : "sha256 " + then.sha256(),
              "sha256 " + now.sha256(),
              "name the manifest that `certus decide --previous` was given, as it was then"));
    }
  }

  /** Checks the pack and the rules of time zones. */
  public void policy(Supplier<PackFiles> pack, RuleCache cache) {
    PolicyCheck check = new PolicyCheck(manifest, findings);
    book = check.pack(pack, cache);
    check.timeZones();
  }

  /**
   * Checks the file of rejected records, if the run kept one.
   *
   * @throws IOException where it cannot be read
   */
  public void rejected() throws IOException {
    FileHash then = manifest.rejected();
    if (then != null) {
      findings.compare("rejected", then, FileHash.of(Path.of(then.name())), "decide again");
    }
  }

  /**
   * Checks the input and the output, and decides again, by the pack that was checked before.
   *
   * @throws IOException where one of them is missing, or a database cannot be queried
   */
  public void decisions(Opening input, Written output) throws IOException {
    Manifest.Output then = manifest.output();
    findings.compare(
        "output",
        new FileHash(then.name(), then.bytes(), then.sha256()),
        output.hash(),
        "get the output back as it was, or decide again");
    try (RecordSource source = input.open(shape())) {
      decide(source, output);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      damaged(e);
    }
  }

  private RecordShape shape() {
    return book == null ? RecordShape.standard() : book.pack().record();
  }

  private void decide(RecordSource input, Written output) throws IOException {
    if (book == null) {
      return;
    }
    GuardedSource source = new GuardedSource(input);
    try (Engine engine = new SessionEngine(book, Limits.DEFAULT.withFacts(manifest.maxFacts()));
        OutputComparison comparison = new OutputComparison(output, sample)) {
      SourceMark end =
          redecision.run(
              source,
              new RecordReader(book.pack().record(), field -> {}),
              engine,
              Instant.parse(manifest.asOf()),
              output.writer(),
              comparison);
      if (source.damage() != null) {
        damaged(source.damage());
        return;
      }
      inputCheck.files(source.files());
      inputCheck.records(source.name(), end);
      findings.add(comparison.first());
      if (sample.isAll()) {
        inputCheck.counts(manifest.counts(), redecision.tally());
      }
    }
  }

  private void damaged(IOException e) throws IOException {
    if (manifest.input().files().isEmpty()) {
      throw e; // a database cannot be queried: nothing is known of it
    }
    inputCheck.damaged(e);
  }

  /** What came of it. */
  public VerificationReport report() {
    return new VerificationReport(
        findings.all(),
        List.copyOf(notes),
        redecision.tally().decided(),
        sample.isAll() ? null : seed);
  }
}
