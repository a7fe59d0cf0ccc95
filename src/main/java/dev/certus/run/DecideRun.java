package dev.certus.run;

import dev.certus.rulebook.RuleBook;
import java.io.IOException;

/**
 * Decides all records of a source and writes the decisions to a sink. Several threads decide; the
 * output has the order of the source, and memory does not grow with the number of records. Where
 * the sink keeps checkpoints, a run that was cut off is resumed and ends with the same bytes.
 *
 * <pre>{@code
 * DecideRun run = new DecideRun(book, RunOptions.asOf(instant).withManifest(file));
 * try (RecordSource source = Sources.open(Path.of("candidates.jsonl"));
 *     DecisionSink sink = Sinks.open(Path.of("decisions.csv"))) {
 *   RunResult result = run.run(source, sink);
 * }
 * }</pre>
 */
public final class DecideRun {

  private final RuleBook book;
  private final RunOptions options;

  /** A run by a rule book. */
  public DecideRun(RuleBook book, RunOptions options) {
    this.book = book;
    this.options = options;
  }

  /**
   * Decides all records, or those that come after the sink's checkpoint. In the end the output
   * appears, and with it the files that the options name.
   *
   * @param source the records; the caller closes it
   * @param sink takes the decisions, in its own format; the caller closes it
   * @throws OtherRunException where the sink's checkpoint is of another run
   * @throws IOException where the source cannot be read or has changed since the checkpoint, or the
   *     sink or a file cannot be written, with a message for the user
   */
  public RunResult run(RecordSource source, DecisionSink sink) throws IOException {
    return new DecideJob(book, options, source, sink).run();
  }
}
