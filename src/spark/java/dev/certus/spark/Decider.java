package dev.certus.spark;

import dev.certus.engine.Answer;
import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordReader;
import dev.certus.record.UnknownFields;
import dev.certus.record.Utf8;
import dev.certus.rulebook.ShippedRuleBook;
import dev.certus.run.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.CollectionAccumulator;
import scala.collection.Seq;

/** Makes an answer of each record, a chunk at a time, in a task on an executor. */
final class Decider implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<ShippedRuleBook> book;
  private final EngineChoice choice;
  private final Instant asOf;
  private final DecisionForm form;
  private final CollectionAccumulator<String> unknownFields;

  Decider(
      Broadcast<ShippedRuleBook> book,
      EngineChoice choice,
      Instant asOf,
      DecisionForm form,
      CollectionAccumulator<String> unknownFields) {
    this.book = book;
    this.choice = choice;
    this.asOf = asOf;
    this.form = form;
    this.unknownFields = unknownFields;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> records) {
    Engine engine = Engines.of(book.value(), choice);
    RecordReader reader = reader();
    return new Chunks<>(records, chunk -> answers(chunk, reader, engine));
  }

  /** Makes answers without decisions, which only show whether the records can be read. */
  Iterator<Row> read(Iterator<Row> records) {
    RecordReader reader = reader();
    return new Chunks<>(
        records, chunk -> chunk.stream().map(row -> Read.of(row, reader).row(null)).toList());
  }

  /** One a task, so that each task reports an unknown field once. */
  private RecordReader reader() {
    return new RecordReader(book.value().record(), new UnknownFields(unknownFields::add));
  }

  private List<Row> answers(List<Row> chunk, RecordReader reader, Engine engine) {
    List<Read> read = chunk.stream().map(row -> Read.of(row, reader)).toList();
    Iterator<Answer> answers =
        engine
            .decideAhead(read.stream().map(Read::record).filter(Objects::nonNull).toList(), asOf)
            .iterator();
    List<Row> rows = new ArrayList<>(chunk.size());
    for (Read one : read) {
      rows.add(one.record() == null ? one.rejection() : answer(one, answers.next()));
    }
    return rows;
  }

  private Row answer(Read read, Answer answer) {
    return answer instanceof Answer.Undecided undecided
        ? rejection(read.input(), read.record().candidateId(), Fault.of(undecided.cause()))
        : read.row(form.of(answer.decisions()));
  }

  /** A row of records: either a record to decide, or rejected already. */
  private record Read(Row input, CandidateRecord record, Row rejection) {

    static Read of(Row input, RecordReader reader) {
      String reason = input.getAs(JobRecords.at(JobRecords.REASON));
      if (reason != null) {
        return new Read(
            input,
            null,
            Decider.rejection(
                input,
                input.getAs(JobRecords.at(JobRecords.CANDIDATE_ID)),
                reason,
                null,
                input.getAs(JobRecords.at(JobRecords.PROBLEMS))));
      }
      byte[] raw = input.getAs(JobRecords.at(JobRecords.RAW));
      try {
        return new Read(input, reader.read(ByteBuffer.wrap(raw)), null);
      } catch (RecordException e) {
        return new Read(input, null, Decider.rejection(input, e.candidateId(), Fault.of(e)));
      }
    }

    /** The row of answers: with these decisions, where the record is not rejected. */
    Row row(Object decisions) {
      return rejection == null ? RowFactory.create(decisions, null) : rejection;
    }
  }

  private static Row rejection(Row record, String candidateId, Fault fault) {
    return rejection(
        record,
        candidateId,
        fault.reason().written(),
        fault.rule(),
        JobRecords.problems(fault.problems()));
  }

  private static Row rejection(
      Row record, String candidateId, String reason, String rule, Seq<Row> problems) {
    byte[] raw = record.getAs(JobRecords.at(JobRecords.RAW));
    String text = text(raw);
    String base64 = text == null ? Base64.getEncoder().encodeToString(raw) : null;
    return RowFactory.create(
        null,
        RowFactory.create(
            record.getAs(JobRecords.at(JobRecords.FILE)),
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
