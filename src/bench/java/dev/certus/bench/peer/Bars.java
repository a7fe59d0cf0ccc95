package dev.certus.bench.peer;

import java.util.Locale;
import java.util.Map;

/** Draws a bar a value, on a logarithmic scale. */
final class Bars {

  private static final int ROW = 26;
  private static final int LEFT = 250;
  private static final int WIDE = 420;
  private static final int TOP = 34;

  private Bars() {}

  static String svg(String title, Map<String, Double> values) {
    double least = values.values().stream().mapToDouble(v -> v).min().orElseThrow() / 2;
    double most = values.values().stream().mapToDouble(v -> v).max().orElseThrow();
    StringBuilder svg = new StringBuilder();
    int height = TOP + ROW * values.size() + 8;
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"13\">",
        LEFT + WIDE + 80,
        height);
    line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    line(svg, "<text x=\"%d\" y=\"20\" fill=\"#555\">%s</text>", LEFT, title);
    int y = TOP;
    for (Map.Entry<String, Double> value : values.entrySet()) {
      double width = WIDE * Math.log(value.getValue() / least) / Math.log(most / least);
      String colour = value.getKey().startsWith("certus") ? "#1a6b54" : "#9aa7b1";
      line(
          svg,
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#222\">%s</text>",
          LEFT - 10,
          y + 17,
          value.getKey().replace("`", ""));
      line(
          svg,
          "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
          LEFT,
          y + 3,
          width,
          ROW - 6,
          colour);
      line(
          svg,
          "<text x=\"%.1f\" y=\"%d\" fill=\"#222\">%.1f</text>",
          LEFT + width + 6,
          y + 17,
          value.getValue());
      y += ROW;
    }
    line(svg, "</svg>");
    return svg.toString();
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
