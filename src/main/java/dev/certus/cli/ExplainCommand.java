package dev.certus.cli;

import dev.certus.batch.DecideRun;
import dev.certus.batch.RejectedFile;
import dev.certus.batch.Sink;
import dev.certus.batch.Source;
import dev.certus.batch.Tally;
import dev.certus.decision.Decision;
import dev.certus.engine.DecisionEngine;
import dev.certus.engine.Trace;
import dev.certus.explain.Explainer;
import dev.certus.explain.Explanation;
import dev.certus.explain.Refusal;
import dev.certus.explain.Report;
import dev.certus.explain.ReportFormat;
import dev.certus.explain.ReportWriter;
import dev.certus.explain.WhyNot;
import dev.certus.problem.DidYouMean;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordReader;
import dev.certus.record.UnknownFields;
import dev.certus.rulebook.RuleBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
      "Tells why records got their decisions: the clause in its own words, the rule and its place,"
          + " and the facts, numbers and readings that it rests on, down to the record."
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
          "Instead, why decisions of this code were not given: the rules that come nearest, what"
              + " fails them, and when the decision would be given if nothing but time passed.")
  private String whyNot;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "human",
      description = "human (the default), json: one object a candidate, or markdown.")
  private ReportFormat format;

  private volatile boolean found; // whether there was a record to explain

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Instant instant = asOf.instant(err);
    Tally tally;
    String name;
    try (Source source = input.open(warning -> err.println("warning: " + warning));
        Sink sink = Output.standard()) {
      RuleBook book = pack.load(err);
      name = source.name();
      RejectionReport rejections = new RejectionReport(name, err);
      known(code, book);
      known(whyNot, book);
      ReportWriter writer = format.writer();
      UnknownFields unknown =
          new UnknownFields(
              field -> err.println("warning: unknown field `" + field + "` is ignored"));
      WhyNot whyNots = new WhyNot(book);
      try (DecisionEngine engine = new DecisionEngine(book)) {
        tally =
            new DecideRun(
                    new RecordReader(unknown),
                    (record, explained) -> {
                      if (isWanted(record)) {
                        Report report =
                            report(whyNots, book, record, engine.trace(record, instant));
                        explained.writeBytes(writer.text(report).getBytes(StandardCharsets.UTF_8));
                      }
                      return List.of();
                    },
                    new byte[0],
                    1,
                    Integer.MAX_VALUE,
                    new RunReport(rejections, RejectedFile.none(), Progress.none()))
                .run(source, sink, null, Map.of())
                .tally();
      }
      rejections.done(false);
      sink.complete();
    } catch (IOException e) {
      throw new UserException(Input.why(e));
    }
    if (!found) {
      String whose = candidate == null ? "" : " of candidate `" + candidate + "`";
      err.printf("warning: %s holds no record%s%n", name, whose);
    }
    return tally.rejected() > 0 || !found ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private boolean isWanted(CandidateRecord record) {
    boolean wanted = candidate == null || record.candidateId().equals(candidate);
    found |= wanted;
    return wanted;
  }

  private Report report(WhyNot whyNots, RuleBook book, CandidateRecord record, Trace trace) {
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
    return new Report(record.candidateId(), instant, explanations, refusals);
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
