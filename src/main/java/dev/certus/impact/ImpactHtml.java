package dev.certus.impact;

import dev.certus.output.Xml;
import dev.certus.problem.Count;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A page that needs no network: pictures, tables, and an example of each transition. */
final class ImpactHtml implements ImpactWriter {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>What the change does</title>
      <style>
      :root { --ink: #1b1f24; --soft: #59636e; --line: #d1d9e0; --paper: #fff; --panel: #f6f8fa;
        --bad: #bc1a3c; --good: #1a7f37; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --paper: #0d1117; --panel: #151b23;
          --bad: #ff7b93; --good: #3fb950; }
      }
      body { margin: 28px; max-width: 1100px; color: var(--ink); background: var(--paper);
        font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
      h1 { font-size: 24px; margin: 0 0 4px; }
      h2 { font-size: 18px; margin: 36px 0 8px; border-bottom: 1px solid var(--line); padding-bottom: 4px; }
      h3 { font-size: 15px; margin: 16px 0 4px; }
      a { color: inherit; }
      p, .soft { color: var(--soft); }
      .figures { display: flex; gap: 14px; flex-wrap: wrap; margin: 18px 0; }
      .figure { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 10px 18px; }
      .figure b { display: block; font-size: 24px; font-variant-numeric: tabular-nums; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; }
      th, td { text-align: left; vertical-align: top; padding: 5px 16px 5px 0; border-bottom: 1px solid var(--line); }
      td:nth-child(2) { white-space: nowrap; }
      td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
      .holds { color: var(--bad); font-weight: 600; } .fine { color: var(--good); }
      .sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px; }
      @media (max-width: 900px) { .sides { grid-template-columns: minmax(0, 1fr); } }
      pre { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: 12px;
        overflow-x: auto; white-space: pre-wrap; font: 12.5px/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; margin: 4px 0; }
      svg { max-width: 100%; height: auto; font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; }
      svg text { fill: var(--ink); } svg .soft { fill: var(--soft); }
      .rule { stroke: var(--line); } .range { stroke: var(--ink); stroke-width: 1.5; } .ribbon { opacity: .55; } .ribbon:hover { opacity: .85; }
      .c0 { fill: #4c9be8; } .c1 { fill: #f0a73c; } .c2 { fill: #57b86b; } .c3 { fill: #e36d6d; }
      .c4 { fill: #9d7fe0; } .c5 { fill: #3fb9b0; } .c6 { fill: #c2ad2c; } .c7 { fill: #cf7fb0; }
      </style>
      </head>
      <body>
      """;

  @Override
  public String text(Impact impact, List<Example> examples) {
    StringBuilder html = new StringBuilder(PAGE);
    head(html, impact);
    if (!impact.transitions().isEmpty()) {
      html.append("<h2>Decisions before and after</h2>\n<div class=\"scroll\">")
          .append(FlowPicture.of(impact.transitions()))
          .append("</div>\n");
      transitions(html, impact);
    }
    SortedMap<Long, Long> days = new TreeMap<>();
    impact
        .transitions()
        .forEach(one -> one.daysMoved().forEach((day, count) -> days.merge(day, count, Long::sum)));
    if (!days.isEmpty()) {
      html.append("<h2>By how far decisions move</h2>\n<div class=\"scroll\">")
          .append(DaysPicture.of(days))
          .append("</div>\n");
    }
    if (!impact.year().isEmpty()) {
      html.append("<h2>Candidates affected over the coming year</h2>\n<div class=\"scroll\">")
          .append(YearPicture.of(impact.year()))
          .append("</div>\n<p>")
          .append(Xml.text(ImpactWords.year(impact)))
          .append("</p>\n");
    }
    money(html, impact);
    edits(html, impact);
    for (int i = 0; i < examples.size(); i++) {
      example(html, examples.get(i), i);
    }
    return html.append("</body>\n</html>\n").toString();
  }

  private static void head(StringBuilder html, Impact impact) {
    html.append("<h1>What the change does</h1>\n<p>%s</p>\n".formatted(Xml.text(packs(impact))));
    html.append("<div class=\"figures\">\n");
    figure(html, "%,d".formatted(impact.records()), "records compared");
    figure(html, "%,d".formatted(impact.changed()), "candidates change");
    figure(html, ImpactWords.percent(impact.changed(), impact.records()), "of all");
    if (impact.undecided() > 0) {
      figure(html, "%,d".formatted(impact.undecided()), "no longer decided");
    }
    if (impact.rejected() > 0) {
      figure(html, "%,d".formatted(impact.rejected()), "rejected");
    }
    html.append("</div>\n");
    if (impact.isSample()) {
      html.append("<p>%s.</p>\n".formatted(Xml.text(ImpactWords.estimate(impact))));
    }
    if (impact.undecided() > 0) {
      html.append("<p class=\"holds\">%s</p>\n".formatted(Xml.text(ImpactWords.undecided(impact))));
    }
    if (impact.isNone()) {
      html.append("<p>No decision changes.</p>\n");
    }
    for (ConditionResult result : impact.conditions()) {
      html.append(
          "<p class=\"%s\">%s</p>\n"
              .formatted(
                  result.holds() ? "holds" : "fine", Xml.text(ImpactWords.condition(result))));
    }
  }

  private static String packs(Impact impact) {
    return "%s (%s) against %s (%s), on %s, as of %s"
        .formatted(
            impact.after().label(),
            impact.after().shortHash(),
            impact.before().label(),
            impact.before().shortHash(),
            impact.source(),
            impact.asOf());
  }

  private static void figure(StringBuilder html, String number, String what) {
    html.append("<div class=\"figure\"><b>%s</b>%s</div>\n".formatted(number, what));
  }

  private static void transitions(StringBuilder html, Impact impact) {
    html.append(
        "<div class=\"scroll\"><table><tr><th>decision</th><th>clause</th><th class=\"number\">candidates</th><th class=\"number\">decisions</th><th>moved</th><th>by</th></tr>\n");
    int number = 0;
    for (Transition one : impact.transitions()) {
      html.append(
          "<tr><td><a href=\"#t%d\">%s</a></td><td>%s</td><td class=\"number\">%,d</td><td class=\"number\">%,d</td><td>%s</td><td>%s</td></tr>\n"
              .formatted(
                  number++,
                  words(one),
                  Xml.text(one.kind().clause()),
                  one.candidates(),
                  one.decisions(),
                  Xml.text(ImpactWords.moved(one.daysMoved())),
                  Xml.text(one.kind().cause())));
    }
    html.append("</table></div>\n");
  }

  private static String words(Transition transition) {
    return Xml.text(transition.kind().words().replace("->", "→"));
  }

  private static void money(StringBuilder html, Impact impact) {
    if (!impact.money().isEmpty()) {
      html.append(
          "<h2>Money</h2>\n<p>Sums over the decisions that differ.</p>\n<table><tr><th>amount</th><th class=\"number\">before</th><th class=\"number\">after</th><th class=\"number\">difference</th><th class=\"number\">decisions</th></tr>\n");
      for (MoneyChange change : impact.money()) {
        html.append(
            "<tr><td>%s</td><td class=\"number\">%,.2f</td><td class=\"number\">%,.2f</td><td class=\"number\">%+,.2f</td><td class=\"number\">%,d</td></tr>\n"
                .formatted(
                    Xml.text(change.code() + " " + change.detail()),
                    change.before(),
                    change.after(),
                    change.after().subtract(change.before()),
                    change.decisions()));
      }
      html.append("</table>\n");
    }
  }

  private static void edits(StringBuilder html, Impact impact) {
    html.append("<h2>%s</h2>\n".formatted(Count.of(impact.edits().size(), "edit")));
    html.append("<table><tr><th>part</th><th></th><th>where</th></tr>\n");
    for (PackEdit edit : impact.edits()) {
      html.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
              .formatted(Xml.text(edit.what()), ImpactWords.how(edit), Xml.text(edit.at())));
    }
    html.append("</table>\n");
  }

  private static void example(StringBuilder html, Example example, int number) {
    Transition transition = example.transition();
    html.append("<h2 id=\"t%d\">%s</h2>\n".formatted(number, words(transition)));
    html.append(
        "<p>%s of %s, by %s. The smallest record on which it happens, as a scenario:</p>\n"
            .formatted(
                Xml.text(ImpactWords.counts(transition)),
                Xml.text(transition.kind().clause()),
                Xml.text(transition.kind().cause())));
    if (transition.daysMoved().size() > 1) {
      html.append("<div class=\"scroll\">")
          .append(DaysPicture.of(transition.daysMoved()))
          .append("</div>\n");
    }
    html.append("<pre>%s</pre>\n<div class=\"sides\">\n".formatted(Xml.text(example.scenario())));
    side(html, "Before", example.before());
    side(html, "After", example.after());
    html.append("</div>\n");
  }

  private static void side(StringBuilder html, String when, String explanation) {
    html.append(
        "<div><h3>%s</h3><pre>%s</pre></div>\n"
            .formatted(
                when, Xml.text(explanation.isEmpty() ? "no such decision" : explanation.strip())));
  }
}
