package dev.certus.serve;

import dev.certus.decision.Decisions;
import dev.certus.engine.DecisionException;
import dev.certus.jsonl.LineSource;
import dev.certus.output.DecisionJson;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordReader;
import dev.certus.run.Fault;
import dev.certus.run.InputRecord;
import dev.certus.run.ParsedRecord;
import dev.certus.run.RejectionJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** Decides the record, or the records, of a request. */
final class DecideActions {

  private final Benches benches;
  private final ServiceMetrics metrics;
  private final BooleanSupplier stopping;

  /**
   * Decides by packs or their drafts.
   *
   * @param stopping whether streams are to end where they are
   */
  DecideActions(Benches benches, ServiceMetrics metrics, BooleanSupplier stopping) {
    this.benches = benches;
    this.metrics = metrics;
    this.stopping = stopping;
  }

  /** One record in, its decisions out; or a stream of records, a line each. */
  void decide(Exchange exchange) throws IOException {
    String type = exchange.bodyType();
    Instant asOf = exchange.asOf();
    try (Edition edition = benches.edition(exchange)) {
      exchange.names(edition);
      if (type.equals(Content.JSON_LINES)) {
        stream(exchange, edition, asOf);
      } else {
        CandidateRecord record = record(exchange, edition);
        exchange.answer(Content.JSON, DecisionJson.text(decided(edition, record, asOf)) + "\n");
      }
    }
  }

  private Decisions decided(Edition edition, CandidateRecord record, Instant asOf) {
    try {
      Decisions decisions = edition.engine().decideAhead(record, asOf);
      metrics.decided();
      return decisions;
    } catch (DecisionException e) {
      throw rejected(record, e);
    }
  }

  /** The answer to a record that the rules cannot decide. */
  HttpProblem rejected(CandidateRecord record, DecisionException e) {
    Fault fault = Fault.of(e);
    metrics.rejected(fault.reason());
    return HttpProblem.rejected(record.candidateId(), fault);
  }

  /**
   * The record in the body. Fields that are unknown are named in the header {@code
   * Certus-Ignored-Fields}.
   *
   * @throws HttpProblem where it breaks the contract
   */
  CandidateRecord record(Exchange exchange, Edition edition) throws IOException {
    Set<String> ignored = new TreeSet<>();
    try {
      CandidateRecord record =
          new RecordReader(edition.book().pack().record(), ignored::add)
              .read(ByteBuffer.wrap(exchange.body()));
      if (!ignored.isEmpty()) {
        exchange.context().header("Certus-Ignored-Fields", HeaderText.of(ignored));
      }
      return record;
    } catch (RecordException e) {
      Fault fault = Fault.of(e);
      metrics.rejected(fault.reason());
      throw HttpProblem.rejected(e.candidateId(), fault);
    }
  }

  /**
   * A line for each record, in their order: its decisions, or its rejection. A line is read when
   * the one before it was decided, and what was decided is sent before the service waits for the
   * client; so neither side needs more memory than a record takes.
   */
  private void stream(Exchange exchange, Edition edition, Instant asOf) throws IOException {
    OutputStream out = exchange.stream(Content.JSON_LINES);
    RecordReader reader = new RecordReader(edition.book().pack().record(), field -> {});
    try (LineSource source = lines(new FlushingInput(exchange.bodyStream(), out))) {
      for (InputRecord next = source.next(); next != null; next = source.next()) {
        out.write(line(ParsedRecord.of(next, reader), edition, asOf));
        if (stopping.getAsBoolean()) {
          throw new CutOffException();
        }
      }
    }
    out.close();
  }

  private static LineSource lines(InputStream body) throws IOException {
    try {
      return LineSource.of(body, "the body");
    } catch (IOException e) {
      if (Dispatch.isTimeout(e)) {
        throw e;
      }
      throw new HttpProblem(ProblemType.MALFORMED_BODY, e.getMessage()); // no text
    }
  }

  private byte[] line(ParsedRecord record, Edition edition, Instant asOf) {
    Fault fault = record.fault();
    if (fault == null) {
      try {
        Decisions decisions = edition.engine().decideAhead(record.record(), asOf);
        metrics.decided();
        return (DecisionJson.text(decisions) + "\n").getBytes(StandardCharsets.UTF_8);
      } catch (DecisionException e) {
        fault = Fault.of(e);
      }
    }
    metrics.rejected(fault.reason());
    return RejectionJson.line(record.rejected(fault));
  }
}
