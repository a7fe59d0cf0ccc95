package dev.certus.run;

import dev.certus.engine.EngineUse;
import dev.certus.file.FileHash;
import dev.certus.output.OutputFormat;
import dev.certus.rulebook.RuleBook;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What a run read, by what it decided, and what came of it: all that is needed to check later that
 * the output still follows from the input.
 *
 * @param program the version of the program
 * @param java the version of the Java run time
 * @param timeZones the version of the rules of time zones
 * @param pack the policy
 * @param asOf the instant decided for
 * @param engine which engine decided
 * @param maxFacts how many facts a candidate might have
 * @param input what was read
 * @param output what was written
 * @param rejected the file of rejected records, or null where none was kept
 * @param counts what came of the records
 * @param previous the manifest of the run before, or null where none was named
 * @param seconds how long it took, from the start of the program's work; of a run that was resumed,
 *     the last part alone
 */
public record Manifest(
    String program,
    String java,
    String timeZones,
    PackIdentity pack,
    String asOf,
    EngineUse engine,
    int maxFacts,
    Input input,
    Output output,
    FileHash rejected,
    Counts counts,
    FileHash previous,
    double seconds) {

  /** A manifest that lacks nothing but what may be null. */
  public Manifest {
    requireAll(program, java, timeZones, pack, engine, input, output, counts);
    Instant.parse(asOf);
    if (maxFacts < 1) {
      throw new IllegalArgumentException("maxFacts is 1 or more");
    }
  }

  private static void requireAll(Object... values) {
    for (Object value : values) {
      Objects.requireNonNull(value, "a value is null");
    }
  }

  /**
   * A policy pack.
   *
   * @param name its short name
   * @param version its version, as its authors count
   * @param folder where it was read from
   * @param sha256 the hash of its content
   * @param catalogueSha256 the hash of its catalogue
   * @param policyAsOf the day as it was known on which it decided; null where as it stood
   */
  public record PackIdentity(
      String name,
      String version,
      String folder,
      String sha256,
      String catalogueSha256,
      String policyAsOf) {

    /** A pack's identity. */
    public PackIdentity {
      requireAll(name, version, folder, sha256, catalogueSha256);
    }

    static PackIdentity of(RuleBook book) {
      return new PackIdentity(
          book.pack().name(),
          book.pack().version(),
          book.files().folder(),
          book.hash(),
          book.files().catalogueHash(),
          Objects.toString(book.files().knownOn(), null));
    }
  }

  /**
   * What was read.
   *
   * @param name where it is, as it was given, without secrets
   * @param kind {@code jsonl}, {@code rejected}, {@code csv}, {@code parquet}, {@code postgresql}
   * @param tables {@code NAME=PLACE} for each table that was opened under a place of its own
   * @param files the files that were read
   * @param records how many records they hold
   * @param recordsSha256 SHA-256 over the records, each followed by a line feed
   */
  public record Input(
      String name,
      String kind,
      List<String> tables,
      List<FileHash> files,
      long records,
      String recordsSha256) {

    /** An input. */
    public Input {
      requireAll(name, kind, tables, files, recordsSha256);
    }

    /** What was read of a source, up to its end. */
    public static Input of(RecordSource source, SourceMark end) throws IOException {
      return new Input(
          source.name(),
          source.kind(),
          source.tables(),
          source.files(),
          end.records(),
          end.recordsSha256());
    }
  }

  /**
   * What was written.
   *
   * @param name where it is, as it was given, without secrets
   * @param format {@code jsonl}, {@code csv}, {@code parquet}, {@code postgresql}, {@code table}
   * @param table the table, where it is a database; else null
   * @param bytes its length; of a table, the number of its rows
   * @param sha256 the hash of its content
   */
  public record Output(String name, String format, String table, long bytes, String sha256) {

    /** An output in a form that certus writes. */
    public Output {
      requireAll(name, sha256);
      OutputFormat.valueOf(format.toUpperCase(Locale.ROOT));
    }

    static Output of(DecisionSink sink) throws IOException {
      FileHash hash = sink.hash();
      return new Output(
          hash.name(), sink.format().written(), sink.table(), hash.bytes(), hash.sha256());
    }
  }

  /**
   * What came of the records.
   *
   * @param decided records that got decisions
   * @param rejected records that did not
   * @param repeated records of candidates that were decided before; of a run that was resumed, in
   *     its last part alone
   * @param decisions how many decisions were given, by code
   * @param rejections how many records were rejected, by reason
   */
  public record Counts(
      long decided,
      long rejected,
      long repeated,
      SortedMap<String, Long> decisions,
      SortedMap<String, Long> rejections) {

    /** Numbers of records and decisions. */
    public Counts {
      requireAll(decisions, rejections);
    }

    static Counts of(Tally tally, long repeated) {
      return new Counts(
          tally.decided(), tally.rejected(), repeated, tally.decisions(), tally.rejections());
    }
  }
}
