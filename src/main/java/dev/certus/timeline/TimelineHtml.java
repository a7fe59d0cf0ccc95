package dev.certus.timeline;

import dev.certus.output.Xml;

/** A page that needs no network: the picture, and a table of the same. */
final class TimelineHtml implements TimelineWriter {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="UTF-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%s</title>
      <style>
      :root { --ink: #1b1f24; --soft: #59636e; --line: #d1d9e0; --paper: #fff; --held: #fff3bf; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --paper: #0d1117; --held: #3a3310; }
      }
      body { margin: 24px; color: var(--ink); background: var(--paper);
        font: 15px/1.45 system-ui, -apple-system, "Segoe UI", sans-serif; }
      h1 { font-size: 22px; margin: 0 0 4px; }
      h2 { font-size: 16px; margin: 28px 0 6px; }
      p { color: var(--soft); margin: 0 0 16px; max-width: 75ch; }
      .picture { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
      .table { overflow-x: auto; }
      table { border-collapse: collapse; }
      th, td { text-align: left; vertical-align: top; padding: 4px 14px 4px 0; border-bottom: 1px solid var(--line); }
      td { white-space: nowrap; font-variant-numeric: tabular-nums; }
      td:last-child { white-space: normal; min-width: 30ch; }
      tr.held td:first-child { background: var(--held); }
      </style>
      </head>
      <body>
      <h1>%s</h1>
      <p>What is decided from the first fact to the last change to come, as the record is now. As of
      %s, in %s. The longer the time between two marks of the picture, the more it is shortened.</p>
      <div class="picture">
      %s</div>
      %s</body>
      </html>
      """;

  @Override
  public String text(Timeline timeline) {
    return PAGE.formatted(
        Xml.text(timeline.candidateId()),
        Xml.text(timeline.candidateId()),
        Xml.text(LocalTimes.moment(timeline.asOf())),
        Xml.text(timeline.asOf().zone()),
        TimelineSvg.picture(timeline),
        timeline.goesOn() == null
            ? tables(timeline)
            : "<p>%s</p>\n%s".formatted(Xml.text(TimelineText.goesOn(timeline)), tables(timeline)));
  }

  private static String tables(Timeline timeline) {
    StringBuilder html = new StringBuilder();
    for (Lane lane : timeline.lanes()) {
      html.append("<h2>%s</h2>\n".formatted(Xml.text(lane.subject())));
      html.append(
          "<div class=\"table\"><table><tr><th>decision</th><th>from</th><th>until</th><th>clause</th><th>reason</th></tr>\n");
      for (DecisionSpan span : lane.spans()) {
        html.append(
            "<tr%s><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                    span.holdsAt(timeline.asOf().instant()) ? " class=\"held\"" : "",
                    Xml.text(span.decision().code()),
                    Xml.text(LocalTimes.moment(span.begins(), timeline)),
                    span.ends() == null ? "" : Xml.text(LocalTimes.moment(span.ends(), timeline)),
                    Xml.text(span.decision().clause()),
                    Xml.text(reason(span))));
      }
      html.append("</table></div>\n");
    }
    return html.toString();
  }

  private static String reason(DecisionSpan span) {
    return span.changed().isEmpty()
        ? span.decision().reason()
        : "%s (other %s)".formatted(span.decision().reason(), String.join(", ", span.changed()));
  }
}
