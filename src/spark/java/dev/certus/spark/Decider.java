package dev.certus.spark;

import dev.certus.batch.Fault;
import dev.certus.batch.RecordDecider;
import dev.certus.batch.RecordDecider.Verdict;
import dev.certus.engine.DecisionEngine;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordReader;
import dev.certus.record.UnknownFields;
import dev.certus.record.Utf8;
import dev.certus.rulebook.ShippedRuleBook;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.CollectionAccumulator;
import scala.collection.Seq;

/** Makes an answer of a record, in a task on an executor. */
final class Decider implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<ShippedRuleBook> book;
  private final Instant asOf;
  private final DecisionForm form;
  private final CollectionAccumulator<String> unknownFields;
  private transient RecordDecider decider;

  Decider(
      Broadcast<ShippedRuleBook> book,
      Instant asOf,
      DecisionForm form,
      CollectionAccumulator<String> unknownFields) {
    this.book = book;
    this.asOf = asOf;
    this.form = form;
    this.unknownFields = unknownFields;
  }

  @Override
  public Row call(Row record) {
    DecisionEngine engine = Engines.of(book.value());
    return answer(record, candidate -> form.of(engine.decide(candidate, asOf)));
  }

  /** Makes an answer without decisions, which tells only whether the record can be read. */
  Row read(Row record) {
    return answer(record, candidate -> null);
  }

  private Row answer(Row record, Function<CandidateRecord, Object> decide) {
    String reason = record.getAs(Records.at(Records.REASON));
    if (reason != null) {
      return rejected(
          record,
          record.getAs(Records.at(Records.CANDIDATE_ID)),
          reason,
          null,
          record.getAs(Records.at(Records.PROBLEMS)));
    }
    byte[] raw = record.getAs(Records.at(Records.RAW));
    Verdict<Object> verdict = decider().decide(ByteBuffer.wrap(raw), decide);
    Fault fault = verdict.fault();
    return fault == null
        ? RowFactory.create(verdict.answer(), null)
        : rejected(
            record,
            verdict.candidateId(),
            fault.reason().written(),
            fault.rule(),
            Records.problems(fault.problems()));
  }

  /** Made once a task, so that it tells of each unknown field once. */
  private RecordDecider decider() {
    if (decider == null) {
      decider = new RecordDecider(new RecordReader(new UnknownFields(unknownFields::add)));
    }
    return decider;
  }

  private static Row rejected(
      Row record, String candidateId, String reason, String rule, Seq<Row> problems) {
    byte[] raw = record.getAs(Records.at(Records.RAW));
    String text = text(raw);
    String base64 = text == null ? Base64.getEncoder().encodeToString(raw) : null;
    return RowFactory.create(
        null,
        RowFactory.create(
            record.getAs(Records.at(Records.FILE)),
            candidateId,
            reason,
            rule,
            problems,
            text,
            base64));
  }

  private static String text(byte[] raw) {
    try {
      return Utf8.text(ByteBuffer.wrap(raw));
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
