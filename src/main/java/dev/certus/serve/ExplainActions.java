package dev.certus.serve;

import dev.certus.decision.Decision;
import dev.certus.engine.DecisionException;
import dev.certus.engine.Trace;
import dev.certus.explain.CandidateReport;
import dev.certus.explain.Explainer;
import dev.certus.explain.Explanation;
import dev.certus.explain.Refusal;
import dev.certus.explain.ReportFormat;
import dev.certus.record.CandidateRecord;
import dev.certus.timeline.Timeline;
import dev.certus.timeline.TimelineFormat;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Says why decisions were given, why not, and when they change. */
final class ExplainActions {

  private final Benches benches;
  private final DecideActions decide;

  ExplainActions(Benches benches, DecideActions decide) {
    this.benches = benches;
    this.decide = decide;
  }

  /** Why the record got its decisions. */
  void explain(Exchange exchange) throws IOException {
    report(exchange, (edition, record, trace) -> explained(exchange, edition, record, trace));
  }

  /** Why the record did not get decisions of a code, and when it would. */
  void whyNot(Exchange exchange) throws IOException {
    report(exchange, (edition, record, trace) -> refused(exchange, edition, record, trace));
  }

  /** What is reported of a record. */
  private interface Reporting {
    CandidateReport of(Edition edition, CandidateRecord record, Trace trace);
  }

  private void report(Exchange exchange, Reporting reporting) throws IOException {
    exchange.bodyType();
    Instant asOf = exchange.asOf();
    try (Edition edition = benches.edition(exchange)) {
      exchange.names(edition);
      exchange.oneOf("code", edition.book().pack().decisions().keySet());
      CandidateRecord record = decide.record(exchange, edition);
      CandidateReport report;
      try {
        report = reporting.of(edition, record, edition.sessions().trace(record, asOf));
      } catch (DecisionException e) {
        throw decide.rejected(record, e);
      }
      boolean isText = exchange.wants("text/markdown");
      ReportFormat format = isText ? ReportFormat.MARKDOWN : ReportFormat.JSON;
      exchange.answer(
          isText ? "text/markdown; charset=utf-8" : Content.JSON, format.writer().text(report));
    }
  }

  private static CandidateReport explained(
      Exchange exchange, Edition edition, CandidateRecord record, Trace trace) {
    Explainer explainer = new Explainer(edition.book(), trace);
    String code = exchange.query("code");
    String subject = exchange.query("subject");
    List<Explanation> explanations =
        trace.decisions().decisions().stream()
            .filter(decision -> code == null || decision.code().equals(code))
            .filter(decision -> subject == null || decision.subject().id().equals(subject))
            .map(explainer::of)
            .toList();
    return new CandidateReport(
        record.candidateId(), trace.decisions().asOf(), explanations, List.of());
  }

  private static CandidateReport refused(
      Exchange exchange, Edition edition, CandidateRecord record, Trace trace) {
    List<Decision> given = trace.decisions().decisions();
    Instant asOf = trace.decisions().asOf();
    List<Refusal> refusals =
        edition.whyNot().of(record, asOf, exchange.query("code"), given, exchange.query("subject"));
    return new CandidateReport(record.candidateId(), asOf, List.of(), refusals);
  }

  /** The record's decisions over time, as JSON, a picture or a page. */
  void timeline(Exchange exchange) throws IOException {
    exchange.bodyType();
    Instant asOf = exchange.asOf();
    try (Edition edition = benches.edition(exchange)) {
      exchange.names(edition);
      CandidateRecord record = decide.record(exchange, edition);
      Timeline timeline;
      try {
        timeline = Timeline.of(edition.engine(), record, asOf);
      } catch (DecisionException e) {
        throw decide.rejected(record, e);
      }
      TimelineFormat format =
          exchange.wants("image/svg+xml")
              ? TimelineFormat.SVG
              : exchange.wants("text/html") ? TimelineFormat.HTML : TimelineFormat.JSON;
      String type =
          switch (format) {
            case SVG -> "image/svg+xml";
            case HTML -> Content.HTML;
            default -> Content.JSON;
          };
      exchange.answer(type, format.writer().text(timeline));
    }
  }
}
