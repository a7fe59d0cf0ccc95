package dev.certus.explain;

import dev.certus.decision.Decision;
import dev.certus.explain.Evidence.Kind;
import dev.certus.fact.Sentence;
import dev.certus.output.Wrap;
import dev.certus.pack.Reading;
import dev.certus.rulebook.RuleInfo;
import dev.certus.time.Moment;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** For people at a terminal: a tree of sentences. */
final class HumanWriter implements ReportWriter {

  private static final String STEP = "  ";

  @Override
  public String text(CandidateReport report) {
    StringBuilder text = new StringBuilder();
    text.append("%s, as of %s\n\n".formatted(report.candidateId(), report.asOf()));
    if (report.explanations().isEmpty() && report.refusals().isEmpty()) {
      text.append("  no such decision\n\n");
    }
    report.explanations().forEach(explanation -> explanation(text, explanation));
    report.refusals().forEach(refusal -> refusal(text, refusal));
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

  private static void refusal(StringBuilder text, Refusal refusal) {
    text.append(heading(refusal)).append('\n').append(Wrap.lines(outlook(refusal), STEP));
    String which = "The nearest rule is";
    for (NearMiss miss : refusal.rules()) {
      String name = "%s \"%s\"".formatted(which, miss.rule().name());
      which = "Another rule is";
      text.append('\n').append(Wrap.lines(name, STEP));
      text.append(STEP + STEP).append(miss.rule().at()).append('\n');
      miss(text, miss, STEP);
    }
    text.append('\n');
  }

  private static void miss(StringBuilder text, NearMiss miss, String indent) {
    text.append(Wrap.lines("fails at " + miss.at(), indent));
    text.append(Wrap.lines(miss.condition(), indent + STEP + STEP));
    grounds(text, miss.grounds(), indent);
    for (NearMiss other : miss.missing()) {
      item(
          text,
          "not derived by \"%s\", %s".formatted(other.rule().name(), other.rule().at()),
          indent);
      miss(text, other, indent + STEP);
    }
  }

  /** What was not given. */
  static String heading(Refusal refusal) {
    return refusal.subject() == null
        ? "not " + refusal.code()
        : "not %s: %s".formatted(refusal.code(), refusal.subject());
  }

  /** Until when it will not be given, in words. */
  static String outlook(Refusal refusal) {
    return refusal.earliest() == null
        ? "If only time passes, it is never given."
        : "If only time passes, it is first given %s %s."
            .formatted(refusal.after() ? "right after" : "on", Sentence.word(refusal.earliest()));
  }

  private static void grounds(StringBuilder text, List<Evidence> grounds, String indent) {
    for (Evidence ground : grounds) {
      item(text, line(ground), indent);
      if (ground.kind() == Kind.DERIVED) {
        text.append(Wrap.lines(by(ground.rule()), indent + STEP + STEP));
      } else if (ground.source() != null) {
        text.append(Wrap.lines(ground.source(), indent + STEP + STEP));
      }
      grounds(text, ground.grounds(), indent + STEP);
    }
  }

  static String line(Evidence ground) {
    return ground.kind() == Kind.REFERENCE && ground.rule() != null
        ? ground.text() + " (see above)"
        : ground.text();
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
