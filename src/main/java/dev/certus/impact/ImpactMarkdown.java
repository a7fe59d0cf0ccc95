package dev.certus.impact;

import java.util.List;

/** Markdown, for a merge request. */
final class ImpactMarkdown implements ImpactWriter {

  @Override
  public String text(Impact impact, List<Example> examples) {
    StringBuilder text = new StringBuilder("## What the change does\n\n");
    text.append(sentence(ImpactWords.summary(impact))).append(".\n\n");
    if (impact.isSample()) {
      text.append(sentence(ImpactWords.estimate(impact))).append(".\n\n");
    }
    if (impact.undecided() > 0) {
      text.append("**").append(cell(sentence(ImpactWords.undecided(impact)))).append("**\n\n");
    }
    if (impact.edits().isEmpty()) {
      return text.append("The packs say the same.\n").toString();
    }
    text.append("| edit | | where |\n|---|---|---|\n");
    for (PackEdit edit : impact.edits()) {
      row(text, "`" + edit.what() + "`", ImpactWords.how(edit), edit.at().toString());
    }
    if (!examples.isEmpty()) {
      text.append(
          "\n| decision | clause | candidates | decisions | moved | by |\n|---|---|---:|---:|---|---|\n");
      examples.forEach(example -> transition(text, example.transition()));
    }
    if (!impact.money().isEmpty()) {
      text.append("\n| money | sum over decisions that differ |\n|---|---|\n");
      for (MoneyChange change : impact.money()) {
        row(text, change.code() + " " + change.detail(), ImpactWords.money(change));
      }
    }
    for (ConditionResult result : impact.conditions()) {
      text.append(result.holds() ? "\n- **" : "\n- ")
          .append(cell(ImpactWords.condition(result)))
          .append(result.holds() ? "**" : "");
    }
    text.append(impact.conditions().isEmpty() ? "" : "\n");
    examples.forEach(example -> example(text, example));
    return text.toString();
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static void transition(StringBuilder text, Transition transition) {
    row(
        text,
        transition.kind().words(),
        transition.kind().clause(),
        "%,d".formatted(transition.candidates()),
        "%,d".formatted(transition.decisions()),
        ImpactWords.moved(transition.daysMoved()),
        transition.kind().cause().toString());
  }

  private static void row(StringBuilder text, String... cells) {
    text.append('|');
    for (String one : cells) {
      text.append(' ').append(cell(one)).append(" |");
    }
    text.append('\n');
  }

  private static String cell(String text) {
    return text.replace("->", "→").replace("|", "\\|").replace('\n', ' ').replace("<", "&lt;");
  }

  private static void example(StringBuilder text, Example example) {
    text.append("\n<details><summary>")
        .append(cell(example.transition().kind().words()))
        .append(", by ")
        .append(cell(example.transition().kind().cause().toString()))
        .append("</summary>\n\n```yaml\n")
        .append(example.scenario())
        .append("```\n\n");
    explanation(text, "Before", example.before());
    explanation(text, "After", example.after());
    text.append("</details>\n");
  }

  private static void explanation(StringBuilder text, String when, String explanation) {
    if (!explanation.isEmpty()) {
      text.append(when).append(":\n\n```text\n").append(explanation.strip()).append("\n```\n\n");
    }
  }
}
