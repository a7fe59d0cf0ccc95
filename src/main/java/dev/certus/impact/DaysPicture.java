package dev.certus.impact;

import dev.certus.output.Xml;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Draws by how many days decisions move: a bar for each number of days, or for several. */
final class DaysPicture {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 180;
  private static final int LEFT = 56;
  private static final int BOTTOM = 36;
  private static final int TOP = 14;
  private static final int BARS = 40;

  private final SortedMap<Long, Long> bars = new TreeMap<>();
  private final long step;
  private final long first;
  private final long last;

  private DaysPicture(SortedMap<Long, Long> days) {
    this.step = 1 + (days.lastKey() - days.firstKey()) / BARS;
    days.forEach((day, count) -> bars.merge(Math.floorDiv(day, step), count, Long::sum));
    this.first = bars.firstKey();
    this.last = bars.lastKey();
  }

  /** The picture, as an element. */
  static String of(SortedMap<Long, Long> days) {
    return new DaysPicture(days).svg();
  }

  private String svg() {
    long most = bars.values().stream().mapToLong(Long::longValue).max().orElse(1);
    double slot = Math.min(60, (WIDTH - LEFT) / (double) (last - first + 1));
    StringBuilder body = new StringBuilder();
    for (Map.Entry<Long, Long> bar : bars.entrySet()) {
      double height = Math.max(2, bar.getValue() * (double) (HEIGHT - TOP - BOTTOM) / most);
      double x = LEFT + (bar.getKey() - first) * slot;
      String days = label(bar.getKey());
      body.append(
          "<g><rect class=\"c0\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/><title>%s days: %,d decisions</title></g>\n"
              .formatted(
                  Xml.number(x),
                  Xml.number(HEIGHT - BOTTOM - height),
                  Xml.number(Math.max(1, slot - 2)),
                  Xml.number(height),
                  days,
                  bar.getValue()));
      boolean isLabelled =
          slot > 34 || bar.getKey() == first || bar.getKey() == last || bar.getValue() == most;
      if (isLabelled) {
        body.append(
            "<text class=\"soft\" x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
                .formatted(Xml.number(x + slot / 2), HEIGHT - BOTTOM + 16, days));
      }
    }
    return """
    <svg class="days" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="Days by which decisions move">
    <line class="rule" x1="%d" x2="%d" y1="%d" y2="%d"/>
    <text class="soft" x="%d" y="%d" text-anchor="end">%,d</text>
    <text class="soft" x="%d" y="%d">days by which decisions end later or earlier</text>
    %s</svg>
    """
        .formatted(
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT,
            LEFT,
            WIDTH,
            HEIGHT - BOTTOM,
            HEIGHT - BOTTOM,
            LEFT - 6,
            TOP + 8,
            most,
            LEFT,
            HEIGHT - 4,
            body);
  }

  private String label(long bar) {
    long from = bar * step;
    return step == 1 ? "%+d".formatted(from) : "%+d to %+d".formatted(from, from + step - 1);
  }
}
