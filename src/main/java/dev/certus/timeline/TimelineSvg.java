package dev.certus.timeline;

import dev.certus.decision.Decision;
import dev.certus.output.Xml;
import dev.certus.time.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A picture: a lane a subject, a bar a decision, over an axis of time. */
final class TimelineSvg implements TimelineWriter {

  private static final int LABELS = 190; // the width of the subjects' names
  private static final int CHART = 820;
  private static final int OPEN = 60; // how far bars without end go on
  private static final int TITLE = 66; // its height
  private static final double SLANT = Math.toRadians(55); // of the labels
  private static final int ROW = 24;
  private static final int BAR = 18;
  private static final int LEAST = 17; // so that labels do not touch
  private static final double LETTER = 6.3; // the width of one in a bar
  private static final double CAPITAL = 7.8; // that of one in the id of a clause
  private static final int COLOURS = 8;

  static final String STYLE =
      """
      .certus-timeline { --ink: #1b1f24; --soft: #59636e; --line: #d1d9e0; --paper: #fff; --now: #bc1a3c;
        font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; }
      .certus-timeline .paper { fill: var(--paper); }
      .certus-timeline text { fill: var(--ink); }
      .certus-timeline .soft { fill: var(--soft); }
      .certus-timeline .rule { stroke: var(--line); stroke-width: 1; }
      .certus-timeline .lane { stroke: var(--line); stroke-width: 1; }
      .certus-timeline .now { stroke: var(--now); stroke-width: 2; }
      .certus-timeline .nowtext { fill: var(--now); font-weight: 600; }
      .certus-timeline .clock { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 2 3; }
      .certus-timeline .fact { fill: var(--ink); }
      .certus-timeline .bartext { fill: #111; }
      .certus-timeline .c0 { fill: #9ecbf2; } .certus-timeline .c1 { fill: #f6c177; }
      .certus-timeline .c2 { fill: #a8ddb0; } .certus-timeline .c3 { fill: #f2a8a8; }
      .certus-timeline .c4 { fill: #cdb9f0; } .certus-timeline .c5 { fill: #9adbd6; }
      .certus-timeline .c6 { fill: #e7d98b; } .certus-timeline .c7 { fill: #e5b4d3; }
      @media (prefers-color-scheme: dark) {
        .certus-timeline { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --paper: #0d1117; --now: #ff7b93; }
      }
      """;

  @Override
  public String text(Timeline timeline) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture(timeline);
  }

  /** The picture as an element. */
  static String picture(Timeline timeline) {
    return new Drawing(timeline).svg();
  }

  /** One picture. */
  private static final class Drawing {

    private final Timeline timeline;
    private final TimeScale scale;
    private final StringBuilder body = new StringBuilder();
    private final Map<String, Integer> colours = new LinkedHashMap<>();
    private final Map<Moment, String> boundaries = new LinkedHashMap<>(); // and their labels
    private final double labels; // the length of the longest
    private final int top; // where lanes begin
    private int y;

    Drawing(Timeline timeline) {
      this.timeline = timeline;
      timeline.boundaries().forEach(moment -> boundaries.put(moment, label(moment)));
      List<Moment> marks = new ArrayList<>(boundaries.keySet());
      timeline.facts().forEach(fact -> marks.add(fact.at()));
      marks.add(timeline.asOf());
      this.scale = new TimeScale(marks, LABELS, CHART, LEAST);
      this.labels = CAPITAL * boundaries.values().stream().mapToInt(String::length).max().orElse(0);
      this.top = TITLE + (int) (labels * Math.sin(SLANT));
      this.y = top;
    }

    String svg() {
      facts();
      timeline.lanes().forEach(this::lane);
      String under = boundaries() + clockChanges();
      String over = asOf();
      double width = scale.end() + Math.max(OPEN, labels * Math.cos(SLANT)) + LEAST;
      return """
      <svg xmlns="http://www.w3.org/2000/svg" class="certus-timeline" viewBox="0 0 %s %d" width="%s" height="%d" role="img" aria-label="Timeline of %s">
      <style>
      %s</style>
      <rect class="paper" width="100%%" height="100%%"/>
      <text x="12" y="28" style="font-size:16px;font-weight:600">%s</text>
      <text class="soft" x="12" y="48">%s</text>
      %s%s%s</svg>
      """
          .formatted(
              Xml.number(width),
              y + 34,
              Xml.number(width),
              y + 34,
              Xml.text(timeline.candidateId()),
              STYLE,
              Xml.text(timeline.candidateId()),
              Xml.text(timeline.asOf().zone()),
              under,
              body,
              over);
    }

    private void facts() {
      label("facts", y + BAR);
      for (FactMark fact : timeline.facts()) {
        double x = scale.x(fact.at().instant());
        body.append(
            "<g><circle class=\"fact\" cx=\"%s\" cy=\"%d\" r=\"4\"/><text class=\"soft\" x=\"%s\" y=\"%d\" transform=\"rotate(-35 %s %d)\">%s</text><title>%s</title></g>\n"
                .formatted(
                    Xml.number(x),
                    y + BAR - 4,
                    Xml.number(x + 5),
                    y + BAR - 8,
                    Xml.number(x + 5),
                    y + BAR - 8,
                    Xml.text(fact.id()),
                    Xml.text(
                        "%s: %s, %s"
                            .formatted(
                                fact.id(), fact.what(), LocalTimes.moment(fact.at(), timeline)))));
      }
      y += ROW + 6;
    }

    private void lane(Lane lane) {
      body.append(
          "<line class=\"lane\" x1=\"0\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>\n"
              .formatted(Xml.number(scale.end() + OPEN), y, y));
      label(lane.subject().toString(), y + BAR);
      List<List<DecisionSpan>> rows = new ArrayList<>();
      for (DecisionSpan span : lane.spans()) {
        bar(span, y + 3 + ROW * row(rows, span));
      }
      y += ROW * rows.size() + 4;
    }

    /** The first row in which a span finds room. */
    private static int row(List<List<DecisionSpan>> rows, DecisionSpan span) {
      for (int i = 0; i < rows.size(); i++) {
        DecisionSpan last = rows.get(i).get(rows.get(i).size() - 1);
        if (last.ends() != null && !last.ends().isAfter(span.begins())) {
          rows.get(i).add(span);
          return i;
        }
      }
      rows.add(new ArrayList<>(List.of(span)));
      return rows.size() - 1;
    }

    private void bar(DecisionSpan span, int top) {
      Decision decision = span.decision();
      int colour = colours.computeIfAbsent(decision.code(), code -> colours.size() % COLOURS);
      double x = scale.x(span.begins().instant());
      double end = span.ends() == null ? scale.end() + OPEN : scale.x(span.ends().instant());
      double width = Math.max(2, end - x - 1);
      String text = fitting(decision.code(), width);
      body.append(
          "<g><rect class=\"c%d\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" rx=\"3\"/><text class=\"bartext\" x=\"%s\" y=\"%d\">%s</text><title>%s</title></g>\n"
              .formatted(
                  colour,
                  Xml.number(x),
                  top,
                  Xml.number(width),
                  BAR,
                  Xml.number(x + 4),
                  top + 13,
                  Xml.text(text),
                  Xml.text(tip(span))));
    }

    private static String fitting(String code, double width) {
      int letters = (int) ((width - 6) / LETTER);
      if (code.length() <= letters) {
        return code;
      }
      return letters < 3 ? "" : code.substring(0, letters - 1) + "…";
    }

    private String tip(DecisionSpan span) {
      Decision decision = span.decision();
      String ends = span.ends() == null ? "" : " until " + LocalTimes.moment(span.ends(), timeline);
      String changed =
          span.changed().isEmpty() ? "" : "\nother " + String.join(", ", span.changed());
      return "%s of %s, %s\nfrom %s%s\n%s%s"
          .formatted(
              decision.code(),
              decision.subject(),
              decision.clause(),
              LocalTimes.moment(span.begins(), timeline),
              ends,
              decision.reason(),
              changed);
    }

    private String boundaries() {
      StringBuilder lines = new StringBuilder();
      for (Map.Entry<Moment, String> boundary : boundaries.entrySet()) {
        double x = scale.x(boundary.getKey().instant());
        lines.append(
            "<line class=\"rule\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/><text class=\"soft\" x=\"%s\" y=\"%d\" transform=\"rotate(-55 %s %d)\">%s</text>\n"
                .formatted(
                    Xml.number(x),
                    Xml.number(x),
                    top - 14,
                    y,
                    Xml.number(x + 4),
                    top - 20,
                    Xml.number(x + 4),
                    top - 20,
                    Xml.text(boundary.getValue())));
      }
      return lines.toString();
    }

    /** The local time of a boundary and the clauses that set it. */
    private String label(Moment moment) {
      TreeSet<String> clauses = new TreeSet<>();
      for (Lane lane : timeline.lanes()) {
        for (DecisionSpan span : lane.spans()) {
          if (span.begins().equals(moment) || moment.equals(span.ends())) {
            clauses.add(span.decision().clause());
          }
        }
      }
      String near = ClockChange.isNear(moment) ? " ◷" : "";
      String more = clauses.size() > 1 ? " +" + (clauses.size() - 1) : "";
      return LocalTimes.moment(moment, timeline) + near + " " + clauses.first() + more;
    }

    private String clockChanges() {
      StringBuilder lines = new StringBuilder();
      for (ClockChange change : timeline.clockChanges()) {
        double x = scale.x(change.at().instant());
        lines.append(
            "<g><line class=\"clock\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/><text class=\"soft\" x=\"%s\" y=\"%d\" text-anchor=\"middle\">◷</text><title>%s</title></g>\n"
                .formatted(
                    Xml.number(x),
                    Xml.number(x),
                    top,
                    y,
                    Xml.number(x),
                    y + 12,
                    Xml.text(
                        "clocks %s by %d minutes, %s"
                            .formatted(
                                change.by().isNegative() ? "go back" : "go forward",
                                change.by().abs().toMinutes(),
                                LocalTimes.moment(change.at())))));
      }
      return lines.toString();
    }

    private String asOf() {
      String x = Xml.number(scale.x(timeline.asOf().instant()));
      return "<line class=\"now\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/><text class=\"nowtext\" x=\"%s\" y=\"%d\" text-anchor=\"middle\">as of %s</text>\n"
          .formatted(
              x, x, top - 14, y + 14, x, y + 28, Xml.text(LocalTimes.moment(timeline.asOf())));
    }

    private void label(String name, int baseline) {
      body.append(
          "<text x=\"12\" y=\"%d\">%s</text>\n".formatted(baseline, Xml.text(shortened(name))));
    }

    private static String shortened(String name) {
      int letters = (int) ((LABELS - 24) / LETTER);
      return name.length() <= letters ? name : name.substring(0, letters - 1) + "…";
    }
  }
}
