package dev.certus.impact;

import dev.certus.output.Wrap;
import dev.certus.problem.Count;
import java.util.List;

/** For people at a terminal. */
final class ImpactText implements ImpactWriter {

  private static final String STEP = "  ";

  @Override
  public String text(Impact impact, List<Example> examples) {
    StringBuilder text = new StringBuilder();
    text.append(Wrap.lines(ImpactWords.summary(impact), ""));
    if (impact.isSample()) {
      text.append(Wrap.lines(ImpactWords.estimate(impact), ""));
    }
    if (impact.undecided() > 0) {
      text.append(Wrap.lines(ImpactWords.undecided(impact), ""));
    }
    edits(text, impact);
    for (Example example : examples) {
      transition(text, example);
    }
    if (!impact.money().isEmpty()) {
      text.append("\nmoney, over decisions that differ\n");
      for (MoneyChange change : impact.money()) {
        text.append(
            Wrap.lines(
                "%s %s: %s".formatted(change.code(), change.detail(), ImpactWords.money(change)),
                STEP));
      }
    }
    if (!impact.year().isEmpty()) {
      text.append("\nover the coming year, if decided then\n");
      for (MonthImpact month : impact.year()) {
        text.append(Wrap.lines("%s: %s".formatted(month.at(), ImpactWords.month(month)), STEP));
      }
    }
    if (!impact.conditions().isEmpty()) {
      text.append("\nconditions\n");
      impact
          .conditions()
          .forEach(result -> text.append(Wrap.lines(ImpactWords.condition(result), STEP)));
    }
    return text.toString();
  }

  private static void edits(StringBuilder text, Impact impact) {
    if (impact.edits().isEmpty()) {
      text.append("the packs say the same\n");
      return;
    }
    text.append('\n').append(Count.of(impact.edits().size(), "edit")).append('\n');
    for (PackEdit edit : impact.edits()) {
      text.append(Wrap.lines("%s %s".formatted(edit.what(), ImpactWords.how(edit)), STEP));
      text.append(Wrap.lines(edit.at().toString(), STEP + STEP));
    }
  }

  private static void transition(StringBuilder text, Example example) {
    Transition transition = example.transition();
    text.append('\n').append(Wrap.ends(transition.kind().words(), transition.kind().clause()));
    String moved = ImpactWords.moved(transition.daysMoved());
    text.append(
        Wrap.lines(
            ImpactWords.counts(transition) + (moved.isEmpty() ? "" : "; moved " + moved), STEP));
    text.append(Wrap.lines("by " + transition.kind().cause(), STEP));
    text.append(Wrap.lines("such as " + transition.witness().candidateId(), STEP));
    reason(text, "- ", example.oldReason());
    reason(text, "+ ", example.newReason());
  }

  private static void reason(StringBuilder text, String sign, String reason) {
    if (!reason.isEmpty()) {
      text.append(Wrap.lines(sign + reason, STEP + STEP));
    }
  }
}
