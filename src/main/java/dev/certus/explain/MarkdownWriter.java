package dev.certus.explain;

import dev.certus.decision.Decision;
import dev.certus.pack.Reading;
import java.util.List;
import java.util.Locale;

/** Markdown, to be filed or sent. */
final class MarkdownWriter implements ReportWriter {

  @Override
  public String text(CandidateReport report) {
    StringBuilder text = new StringBuilder();
    text.append("# %s, as of %s\n\n".formatted(report.candidateId(), report.asOf()));
    if (report.explanations().isEmpty() && report.refusals().isEmpty()) {
      text.append("No such decision.\n\n");
    }
    report.explanations().forEach(explanation -> explanation(text, explanation));
    report.refusals().forEach(refusal -> refusal(text, refusal));
    return text.toString();
  }

  private static void explanation(StringBuilder text, Explanation explanation) {
    Decision decision = explanation.decision();
    text.append("## %s: %s\n\n".formatted(decision.code(), decision.subject()));
    String interval = HumanWriter.interval(decision);
    text.append(
        "**%s**%s\n\n"
            .formatted(decision.reason(), interval.isEmpty() ? "" : " (" + interval + ")"));
    text.append(
        "> %s\n>\n> %s, %s\n\n"
            .formatted(
                explanation.clause().words(), decision.clause(), explanation.clause().source()));
    for (Reason reason : explanation.reasons()) {
      text.append(
          "By the rule *%s* (`%s`):\n\n".formatted(reason.rule().name(), reason.rule().at()));
      grounds(text, reason.grounds(), "");
      text.append('\n');
    }
    explanation.readings().forEach(reading -> reading(text, reading));
  }

  private static void refusal(StringBuilder text, Refusal refusal) {
    text.append(
        "## %s\n\n**%s**\n\n"
            .formatted(HumanWriter.heading(refusal), HumanWriter.outlook(refusal)));
    refusal.rules().forEach(miss -> miss(text, miss, ""));
    text.append('\n');
  }

  private static void miss(StringBuilder text, NearMiss miss, String indent) {
    text.append(
        "%s- *%s* (`%s`) fails at `%s` (`%s`)\n"
            .formatted(indent, miss.rule().name(), miss.rule().at(), miss.condition(), miss.at()));
    grounds(text, miss.grounds(), indent + "  ");
    miss.missing().forEach(other -> miss(text, other, indent + "  "));
  }

  private static void grounds(StringBuilder text, List<Evidence> grounds, String indent) {
    for (Evidence ground : grounds) {
      text.append(indent).append("- ").append(HumanWriter.line(ground));
      if (ground.kind() == Evidence.Kind.DERIVED) {
        text.append(", by *%s* (`%s`)".formatted(ground.rule().name(), ground.rule().at()));
      } else if (ground.source() != null) {
        text.append(" (").append(ground.source()).append(')');
      }
      text.append('\n');
      grounds(text, ground.grounds(), indent + "  ");
    }
  }

  private static void reading(StringBuilder text, Reading reading) {
    text.append(
        "Reading **%s** (%s): %s %s (%s)\n\n"
            .formatted(
                reading.id(),
                reading.status().toString().toLowerCase(Locale.ROOT),
                reading.question(),
                reading.choice(),
                reading.source()));
  }
}
