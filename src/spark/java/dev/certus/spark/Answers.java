package dev.certus.spark;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What came of some records: each has either its decisions or the reason why it has none. Spark
 * recomputes the answers for each frame that is taken from them, unless they are persisted.
 */
public final class Answers implements AutoCloseable {

  /** A candidate's decisions, or null. */
  static final String DECISIONS = "decisions";

  /** Why there are none, or null. */
  static final String REJECTED = "rejected";

  private static final StructType REJECTION =
      new StructType()
          .add(JobRecords.FILE, DataTypes.StringType)
          .add(JobRecords.CANDIDATE_ID, DataTypes.StringType)
          .add(JobRecords.REASON, DataTypes.StringType)
          .add("rule", DataTypes.StringType)
          .add(JobRecords.PROBLEMS, DataTypes.createArrayType(JobRecords.PROBLEM))
          .add("raw", DataTypes.StringType)
          .add("rawBase64", DataTypes.StringType);

  private final Dataset<Row> frame;
  private final Dataset<Row> read;
  private final DecisionForm form;

  /**
   * Answers.
   *
   * @param frame of all records
   * @param read of the same records, when they are only read: those that cannot be are rejected
   */
  Answers(Dataset<Row> frame, Dataset<Row> read, DecisionForm form) {
    this.frame = frame;
    this.read = read;
    this.form = form;
  }

  static StructType schema(DecisionForm form) {
    return new StructType().add(DECISIONS, form.type()).add(REJECTED, REJECTION);
  }

  /** Lets Spark keep the answers once they are computed, until they are closed. */
  public Answers persist() {
    frame.persist();
    return this;
  }

  /** The decisions, in the form that was asked for. */
  public Dataset<Row> decisions() {
    return form.decisions(frame);
  }

  /**
   * The records that got no decisions, one row each: {@code file} and {@code candidateId} where
   * known, the {@code reason}, the {@code rule} that failed if one did, the {@code problems}, and
   * the record in {@code raw}, or in {@code rawBase64} where its bytes are not UTF-8.
   */
  public Dataset<Row> rejected() {
    return rejected(frame);
  }

  /**
   * The same, with no more work than it takes to find them again.
   *
   * @param tally what the answers came to
   */
  Dataset<Row> rejected(JobTally tally) {
    return tally.hasUndecidable() ? rejected(frame) : rejected(read);
  }

  private static Dataset<Row> rejected(Dataset<Row> answers) {
    return answers.where(col(REJECTED).isNotNull()).select(REJECTED + ".*");
  }

  /** The same answers, counted when their decisions are computed. */
  Answers observed(Observation observation) {
    return new Answers(JobTally.observe(frame, observation), read, form);
  }

  @Override
  public void close() {
    frame.unpersist();
  }
}
