package dev.certus.explain;

import dev.certus.decision.Decision;
import dev.certus.explain.Ground.Kind;
import dev.certus.fact.Sentence;
import dev.certus.output.Wrap;
import dev.certus.policy.Reading;
import dev.certus.rules.RuleInfo;
import dev.certus.time.Moment;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** For people at a terminal: a tree of sentences. */
final class HumanWriter implements ReportWriter {

  private static final String STEP = "  ";

  @Override
  public String text(Report report) {
    StringBuilder text = new StringBuilder();
    text.append("%s, as of %s\n\n".formatted(report.candidateId(), report.asOf()));
    if (report.explanations().isEmpty()) {
      text.append("  there is no such decision\n\n");
    }
    report.explanations().forEach(explanation -> explanation(text, explanation));
    return text.toString();
  }

  private static void explanation(StringBuilder text, Explanation explanation) {
    Decision decision = explanation.decision();
    text.append("%s: %s\n".formatted(decision.code(), decision.subject()));
    String interval = interval(decision);
    if (!interval.isEmpty()) {
      text.append(Wrap.lines(interval, STEP));
    }
    text.append(Wrap.lines(decision.reason(), STEP)).append('\n');
    text.append(
        Wrap.lines("%s: \"%s\"".formatted(decision.clause(), explanation.clause().words()), STEP));
    text.append(Wrap.lines(explanation.clause().source(), STEP + STEP));
    for (Reason reason : explanation.reasons()) {
      text.append('\n')
          .append(Wrap.lines("By the rule \"%s\"".formatted(reason.rule().name()), STEP));
      text.append(STEP + STEP).append(reason.rule().at()).append('\n');
      grounds(text, reason.grounds(), STEP);
    }
    explanation.readings().forEach(reading -> reading(text, reading));
    text.append('\n');
  }

  /** When a decision holds, in words; an empty text where that is not bounded. */
  static String interval(Decision decision) {
    StringJoiner interval = new StringJoiner(", ");
    add(interval, "from", decision.from());
    add(interval, "until", decision.until());
    add(interval, "through", decision.through());
    return interval.toString();
  }

  private static void add(StringJoiner interval, String word, Moment moment) {
    if (moment != null) {
      interval.add(word + " " + Sentence.word(moment));
    }
  }

  private static void grounds(StringBuilder text, List<Ground> grounds, String indent) {
    for (Ground ground : grounds) {
      item(text, line(ground), indent);
      if (ground.kind() == Kind.DERIVED) {
        text.append(Wrap.lines(by(ground.rule()), indent + STEP + STEP));
      } else if (ground.source() != null) {
        text.append(Wrap.lines(ground.source(), indent + STEP + STEP));
      }
      grounds(text, ground.grounds(), indent + STEP);
    }
  }

  static String line(Ground ground) {
    return ground.kind() == Kind.TOLD ? ground.text() + " (as told)" : ground.text();
  }

  private static String by(RuleInfo rule) {
    return "by \"%s\", %s%s"
        .formatted(rule.name(), rule.at(), rule.clause() == null ? "" : ", " + rule.clause());
  }

  private static void item(StringBuilder text, String sentence, String indent) {
    String lines = Wrap.lines(sentence, indent + STEP);
    text.append(indent).append("- ").append(lines.substring(indent.length() + STEP.length()));
  }

  private static void reading(StringBuilder text, Reading reading) {
    String words =
        "Reading %s (%s): %s %s"
            .formatted(
                reading.id(),
                reading.status().toString().toLowerCase(Locale.ROOT),
                reading.question(),
                reading.choice());
    text.append('\n').append(Wrap.lines(words, STEP));
    text.append(Wrap.lines(reading.source(), STEP + STEP));
  }
}
