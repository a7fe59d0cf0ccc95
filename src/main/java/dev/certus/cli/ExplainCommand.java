package dev.certus.cli;

import dev.certus.decision.Decision;
import dev.certus.engine.DecisionException;
import dev.certus.engine.SessionEngine;
import dev.certus.engine.Trace;
import dev.certus.explain.CandidateReport;
import dev.certus.explain.Explainer;
import dev.certus.explain.Explanation;
import dev.certus.explain.Refusal;
import dev.certus.explain.ReportFormat;
import dev.certus.explain.ReportWriter;
import dev.certus.explain.WhyNot;
import dev.certus.problem.DidYouMean;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordReader;
import dev.certus.record.UnknownFields;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.Fault;
import dev.certus.run.InputRecord;
import dev.certus.run.ParsedRecord;
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

  @Option(
      names = "--candidate",
      paramLabel = "ID",
      description = "Only the record of this candidate.")
  private String candidate;

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

  private boolean found; // whether there was a record to explain

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Instant instant = asOf.instant(err);
    long rejected;
    String name;
    try (RecordSource source = input.open(warning -> err.println("warning: " + warning));
        Output out = Output.open(Output.STANDARD, spec.commandLine())) {
      RuleBook book = PackOption.compile(pack.announce(err));
      name = source.name();
      known(code, book);
      known(whyNot, book);
      try (SessionEngine engine = new SessionEngine(book)) {
        rejected = explain(source, book, engine, instant, out);
      }
      out.complete();
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
    if (!found) {
      String whose = candidate == null ? "" : " of candidate `" + candidate + "`";
      err.printf("warning: %s holds no record%s%n", name, whose);
    }
    return rejected > 0 || !found ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  /** Explains the wanted records of a source; how many records were rejected. */
  private long explain(
      RecordSource source, RuleBook book, SessionEngine engine, Instant instant, Output out)
      throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    RejectionReport rejections = new RejectionReport(source.name(), err);
    RecordReader reader =
        new RecordReader(
            new UnknownFields(
                field -> err.println("warning: unknown field `" + field + "` is ignored")));
    ReportWriter writer = format.writer();
    WhyNot whyNots = new WhyNot(book);
    for (InputRecord next = source.next(); next != null; next = source.next()) {
      ParsedRecord parsed = ParsedRecord.of(next, reader);
      if (parsed.fault() != null) {
        rejections.rejected(parsed.rejected(parsed.fault()));
      } else if (isWanted(parsed.record())) {
        try {
          CandidateReport report =
              report(whyNots, book, parsed.record(), engine.trace(parsed.record(), instant));
          out.stream().write(writer.text(report).getBytes(StandardCharsets.UTF_8));
        } catch (DecisionException e) {
          rejections.rejected(parsed.rejected(Fault.of(e)));
        }
      }
    }
    rejections.done(false);
    return rejections.rejected();
  }

  private boolean isWanted(CandidateRecord record) {
    boolean wanted = candidate == null || record.candidateId().equals(candidate);
    found |= wanted;
    return wanted;
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
