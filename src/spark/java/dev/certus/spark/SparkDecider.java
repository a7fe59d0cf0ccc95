package dev.certus.spark;

import dev.certus.engine.EngineChoice;
import dev.certus.rulebook.ShippedRuleBook;
import java.time.Instant;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import scala.reflect.ClassTag$;

/**
 * Decides frames of records by a rule book, as of one instant. The rule book is sent to each
 * executor once and started there once.
 *
 * <pre>{@code
 * ShippedRuleBook book = ShippedRuleBook.of(PackFiles.read(folder, "aws"), RuleCache.none());
 * SparkDecider decider = new SparkDecider(spark, book, Instant.parse("2026-11-23T08:00:00Z"));
 * Answers answers =
 *     decider.decide(JsonRecords.read(spark, "candidates.jsonl"), DecisionForm.ROWS).persist();
 * answers.decisions().show();
 * answers.rejected().show();
 * }</pre>
 */
public final class SparkDecider {

  private final Broadcast<ShippedRuleBook> book;
  private final CollectionAccumulator<String> unknownFields;
  private final EngineChoice choice;
  private final Instant asOf;

  /** A decider on a Spark session, whose executors choose the engine. */
  public SparkDecider(SparkSession spark, ShippedRuleBook book, Instant asOf) {
    this(spark, book, EngineChoice.AUTO, asOf);
  }

  /**
   * A decider on a Spark session.
   *
   * @param choice which engine decides on the executors; where two give different answers, the
   *     action of Spark that asked for them fails
   */
  public SparkDecider(SparkSession spark, ShippedRuleBook book, EngineChoice choice, Instant asOf) {
    this.book = spark.sparkContext().broadcast(book, ClassTag$.MODULE$.apply(book.getClass()));
    this.unknownFields = spark.sparkContext().collectionAccumulator("unknown fields");
    this.choice = choice;
    this.asOf = asOf;
  }

  /**
   * The answers to some records; nothing is computed before a frame of them is.
   *
   * @param records as {@link JsonRecords} or {@link TableRecords} make them
   */
  public Answers decide(Dataset<Row> records, DecisionForm form) {
    Decider decider = new Decider(book, choice, asOf, form, unknownFields);
    Encoder<Row> answer = Encoders.row(Answers.schema(form));
    return new Answers(
        records.mapPartitions(decider, answer),
        records.mapPartitions((MapPartitionsFunction<Row, Row>) decider::read, answer),
        form);
  }

  /** The names of fields that were ignored in what was computed so far, in order. */
  public List<String> unknownFields() {
    return unknownFields.value().stream().distinct().sorted().toList();
  }
}
