package dev.certus.impact;

import dev.certus.output.Xml;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Draws how many candidates a change affects over the coming year: a bar a month. */
final class YearPicture {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 200;
  private static final int LEFT = 64;
  private static final int BOTTOM = 30;
  private static final int TOP = 16;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private YearPicture() {}

  /** The picture, as an element. */
  static String of(List<MonthImpact> year) {
    long most =
        Math.max(1, year.stream().mapToLong(month -> month.estimate().most()).max().orElse(1));
    double slot = (WIDTH - LEFT) / (double) year.size();
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < year.size(); i++) {
      bar(body, year.get(i), LEFT + i * slot, slot, (HEIGHT - TOP - BOTTOM) / (double) most);
    }
    return """
    <svg class="year" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="Candidates affected over the coming year">
    <line class="rule" x1="%d" x2="%d" y1="%d" y2="%d"/>
    <text class="soft" x="%d" y="%d" text-anchor="end">%,d</text>
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
            TOP + 6,
            most,
            body);
  }

  private static void bar(
      StringBuilder body, MonthImpact month, double x, double slot, double scale) {
    Estimate estimate = month.estimate();
    double middle = x + slot / 2;
    double y = HEIGHT - BOTTOM;
    String date = MONTH.format(month.at().atOffset(ZoneOffset.UTC));
    body.append(
        "<g><rect class=\"c0\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/><line class=\"range\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/><text class=\"soft\" x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text><title>%s</title></g>\n"
            .formatted(
                Xml.number(x + 4),
                Xml.number(y - estimate.likely() * scale),
                Xml.number(slot - 8),
                Xml.number(estimate.likely() * scale),
                Xml.number(middle),
                Xml.number(middle),
                Xml.number(y - estimate.most() * scale),
                Xml.number(y - estimate.least() * scale),
                Xml.number(middle),
                Xml.number(y + 16),
                date.substring(0, date.lastIndexOf(' ')),
                Xml.text(date + ": " + ImpactWords.month(month))));
  }
}
