package dev.certus.impact;

import dev.certus.output.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws which decisions take the place of which: a ribbon each, as wide as they are many. */
final class FlowPicture {

  private static final int WIDTH = 900;
  private static final int LABELS = 230;
  private static final int BOX = 12;
  private static final int HEIGHT = 300; // of all ribbons together
  private static final int GAP = 16;
  private static final int TOP = 34;
  private static final double LEAST = 4; // so that one candidate is seen
  private static final int COLOURS = 8;
  private static final String NONE = "(none)";

  private final Map<Flow, Long> flows = new LinkedHashMap<>();
  private final Map<String, Double> left = new TreeMap<>();
  private final Map<String, Double> right = new TreeMap<>();
  private final Map<String, Integer> colours = new LinkedHashMap<>();
  private final double scale;

  private record Flow(String before, String after) {}

  private FlowPicture(List<Transition> transitions) {
    for (Transition transition : transitions) {
      Flow flow = new Flow(name(transition.kind().before()), name(transition.kind().after()));
      flows.merge(flow, transition.decisions(), Long::sum);
    }
    double all = flows.values().stream().mapToLong(Long::longValue).sum();
    this.scale = HEIGHT / all;
    flows.forEach(
        (flow, decisions) -> {
          left.merge(flow.before(), height(decisions), Double::sum);
          right.merge(flow.after(), height(decisions), Double::sum);
        });
  }

  private static String name(String code) {
    return code.isEmpty() ? NONE : code;
  }

  private double height(long decisions) {
    return Math.max(LEAST, decisions * scale);
  }

  /** The picture of some transitions, as an element. */
  static String of(List<Transition> transitions) {
    return new FlowPicture(transitions).svg();
  }

  private String svg() {
    StringBuilder body = new StringBuilder();
    Map<String, Double> tops = column(body, left, LABELS - BOX, LABELS - BOX - 8, "end");
    Map<String, Double> ends =
        column(body, right, WIDTH - LABELS, WIDTH - LABELS + BOX + 8, "start");
    flows.forEach((flow, decisions) -> ribbon(body, flow, decisions, tops, ends));
    int height = (int) (TOP + Math.max(height(left), height(right)) + GAP);
    return """
    <svg class="flow" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="Decisions before and after">
    <text class="soft" x="%d" y="20" text-anchor="end">before</text>
    <text class="soft" x="%d" y="20">after</text>
    %s</svg>
    """
        .formatted(WIDTH, height, WIDTH, height, LABELS, WIDTH - LABELS, body);
  }

  private static double height(Map<String, Double> column) {
    return column.values().stream().mapToDouble(Double::doubleValue).sum()
        + GAP * (column.size() - 1);
  }

  /** Draws the boxes of a column; where each begins. */
  private Map<String, Double> column(
      StringBuilder body, Map<String, Double> column, int x, int textX, String anchor) {
    Map<String, Double> tops = new LinkedHashMap<>();
    double y = TOP;
    for (Map.Entry<String, Double> box : column.entrySet()) {
      tops.put(box.getKey(), y);
      body.append(
          "<rect class=\"c%d\" x=\"%d\" y=\"%s\" width=\"%d\" height=\"%s\"/><text x=\"%d\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
              .formatted(
                  colour(box.getKey()),
                  x,
                  Xml.number(y),
                  BOX,
                  Xml.number(box.getValue()),
                  textX,
                  Xml.number(y + box.getValue() / 2 + 4),
                  anchor,
                  Xml.text(box.getKey())));
      y += box.getValue() + GAP;
    }
    return tops;
  }

  private int colour(String code) {
    return colours.computeIfAbsent(code, one -> colours.size() % COLOURS);
  }

  private void ribbon(
      StringBuilder body,
      Flow flow,
      long decisions,
      Map<String, Double> tops,
      Map<String, Double> ends) {
    double height = height(decisions);
    double from = tops.merge(flow.before(), height, Double::sum) - height;
    double to = ends.merge(flow.after(), height, Double::sum) - height;
    int start = LABELS;
    int end = WIDTH - LABELS;
    int middle = (start + end) / 2;
    body.append(
        "<path class=\"ribbon c%d\" d=\"M%d %s C%d %s %d %s %d %s L%d %s C%d %s %d %s %d %s Z\"><title>%s</title></path>\n"
            .formatted(
                colour(flow.after()),
                start,
                Xml.number(from),
                middle,
                Xml.number(from),
                middle,
                Xml.number(to),
                end,
                Xml.number(to),
                end,
                Xml.number(to + height),
                middle,
                Xml.number(to + height),
                middle,
                Xml.number(from + height),
                start,
                Xml.number(from + height),
                Xml.text(
                    "%s -> %s: %,d decisions".formatted(flow.before(), flow.after(), decisions))));
  }
}
