package dev.certus.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.when;

import dev.certus.run.RejectReason;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/**
 * What a job came to.
 *
 * @param decided how many records got their decisions
 * @param reasons how many did not, by reason; only those reasons that there were
 */
record JobTally(long decided, Map<RejectReason, Long> reasons) {

  private static final String DECIDED = "decided";

  /** Lets Spark count answers while it computes them. */
  static Dataset<Row> observe(Dataset<Row> answers, Observation observation) {
    Column reason = col(Answers.REJECTED + "." + JobRecords.REASON);
    Column[] rejected =
        Arrays.stream(RejectReason.values())
            .map(r -> count(when(reason.equalTo(r.written()), 1)).as(r.written()))
            .toArray(Column[]::new);
    return answers.observe(observation, count(when(reason.isNull(), 1)).as(DECIDED), rejected);
  }

  /** What was counted, once Spark has computed the answers. */
  static JobTally of(Observation observation) {
    Map<String, Object> counts = counts(observation);
    Map<RejectReason, Long> reasons = new EnumMap<>(RejectReason.class);
    for (RejectReason reason : RejectReason.values()) {
      long count = (Long) counts.get(reason.written());
      if (count > 0) {
        reasons.put(reason, count);
      }
    }
    return new JobTally((Long) counts.get(DECIDED), reasons);
  }

  /** What Spark counted, by name; waits until it has. */
  static Map<String, Object> counts(Observation observation) {
    try {
      return observation.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobException("the job was interrupted");
    }
  }

  long rejected() {
    return reasons.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether some records were rejected that could be read. */
  boolean hasUndecidable() {
    return reasons.containsKey(RejectReason.RULES) || reasons.containsKey(RejectReason.OVERSIZE);
  }

  @Override
  public String toString() {
    String why =
        reasons.entrySet().stream()
            .map(reason -> reason.getValue() + " " + reason.getKey().written())
            .sorted()
            .collect(Collectors.joining(", ", " (", ")"));
    return String.format(
        "%d %s decided, %d rejected%s",
        decided, decided == 1 ? "record" : "records", rejected(), reasons.isEmpty() ? "" : why);
  }
}
