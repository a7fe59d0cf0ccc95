package dev.certus.spark;

import dev.certus.batch.RejectReason;
import dev.certus.engine.DecisionException;
import dev.certus.engine.TooManyFactsException;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordProblem;
import dev.certus.record.RecordReader;
import dev.certus.record.UnknownFields;
import dev.certus.rules.ShippedRuleBook;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
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
  private transient RecordReader reader;

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
    String reason = record.getAs(Records.at(Records.REASON));
    if (reason != null) {
      Seq<Row> problems = record.getAs(Records.at(Records.PROBLEMS));
      return rejected(
          record, record.getAs(Records.at(Records.CANDIDATE_ID)), reason, null, problems);
    }
    CandidateRecord candidate;
    try {
      candidate = reader().read(ByteBuffer.wrap(record.getAs(Records.at(Records.RAW))));
    } catch (RecordException e) {
      return rejected(record, e.candidateId(), RejectReason.of(e), null, e.problems());
    }
    try {
      Object decisions = form.of(Engines.of(book.value()).decide(candidate, asOf));
      return RowFactory.create(decisions, null);
    } catch (TooManyFactsException e) {
      RecordProblem problem = new RecordProblem("", e.getMessage(), "fewer");
      return rejected(
          record, candidate.candidateId(), RejectReason.OVERSIZE, null, List.of(problem));
    } catch (DecisionException e) {
      RecordProblem problem =
          new RecordProblem("", e.getMessage(), "rules that decide this record; mend the pack");
      return rejected(
          record, candidate.candidateId(), RejectReason.RULES, e.rule(), List.of(problem));
    }
  }

  /** Made once a task, so that it tells of each unknown field once. */
  private RecordReader reader() {
    if (reader == null) {
      reader = new RecordReader(new UnknownFields(unknownFields::add));
    }
    return reader;
  }

  private static Row rejected(
      Row record,
      String candidateId,
      RejectReason reason,
      String rule,
      List<RecordProblem> problems) {
    return rejected(record, candidateId, reason.written(), rule, Records.problems(problems));
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
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
