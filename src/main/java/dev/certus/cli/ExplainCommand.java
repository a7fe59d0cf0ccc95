package dev.certus.cli;

import dev.certus.decision.Decision;
import dev.certus.engine.SessionEngine;
import dev.certus.engine.Trace;
import dev.certus.explain.CandidateReport;
import dev.certus.explain.Explainer;
import dev.certus.explain.Explanation;
import dev.certus.explain.Refusal;
import dev.certus.explain.ReportFormat;
import dev.certus.explain.ReportWriter;
import dev.certus.explain.WhyNot;
import dev.certus.pack.PackFiles;
import dev.certus.problem.DidYouMean;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.RecordSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code certus explain}: why records got their decisions. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Explains why records got their decisions: the clause in its own words, the"
          + " rule and its place, and the facts, numbers and readings that the decision"
          + " rests on."
    },
    footer = {
      "",
      "Examples:",
      "  certus explain one.jsonl --as-of 2026-11-23T08:00:00Z",
      "  certus explain one.jsonl --why-not CODE --subject A-1",
      "  certus explain night.jsonl --candidate c-4711 --format markdown",
      "  certus explain tables --candidate c-4711",
      "",
      "Exit codes: 0 fine; 1 some records were rejected, or there was none; 2 could not run."
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private InputOption input;

  @Mixin private PackOption pack;

  @Mixin private AsOfOption asOf;

  @Mixin private WantedRecords wanted;

  @Option(names = "--decision", paramLabel = "CODE", description = "Only decisions of this code.")
  private String code;

  @Option(
      names = "--subject",
      paramLabel = "ID",
      description = "Only decisions about this exam, certification, attempt or appointment.")
  private String subject;

  @Option(
      names = "--why-not",
      paramLabel = "CODE",
      description =
          "Explain instead why decisions of this code were not given: the rules that"
              + " come nearest, the conditions that fail, and when the decision would be given"
              + " if nothing but time passed.")
  private String whyNot;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "human",
      description = "human (the default), json: one object a candidate, or markdown.")
  private ReportFormat format;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Instant instant = asOf.instant(err);
    PackFiles files = pack.announce(err);
    try (RecordSource source =
            input.open(files.record(), warning -> err.println("warning: " + warning));
        Output out = Output.open(Output.STANDARD, spec.commandLine())) {
      RuleBook book = PackOption.compile(files);
      known(code, book);
      known(whyNot, book);
      ReportWriter writer = format.writer();
      WhyNot whyNots = new WhyNot(book);
      int exit;
      try (SessionEngine engine = new SessionEngine(book)) {
        exit =
            wanted.each(
                book.pack().record(),
                source,
                err,
                record -> {
                  Trace trace = engine.trace(record, instant);
                  String text = writer.text(report(whyNots, book, record, trace));
                  out.stream().write(text.getBytes(StandardCharsets.UTF_8));
                });
      }
      out.complete();
      return exit;
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
  }

  private CandidateReport report(
      WhyNot whyNots, RuleBook book, CandidateRecord record, Trace trace) {
    List<Decision> given = trace.decisions().decisions();
    Explainer explainer = new Explainer(book, trace);
    String wanted = whyNot == null ? code : whyNot;
    List<Explanation> explanations =
        given.stream()
            .filter(decision -> wanted == null || decision.code().equals(wanted))
            .filter(decision -> subject == null || decision.subject().id().equals(subject))
            .map(explainer::of)
            .toList();
    Instant instant = trace.decisions().asOf();
    List<Refusal> refusals =
        whyNot == null ? List.of() : whyNots.of(record, instant, whyNot, given, subject);
    return new CandidateReport(record.candidateId(), instant, explanations, refusals);
  }

  private static void known(String code, RuleBook book) {
    Set<String> codes = book.pack().decisions().keySet();
    if (code != null && !codes.contains(code)) {
      throw new UserException(
          "the pack has no decision `%s`%n  help: %s"
              .formatted(code, DidYouMean.oneOf(code, codes)));
    }
  }
}
