package dev.certus.output;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.time.Moment;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Text for people: a heading a candidate, a line a decision, its reason and details below it. */
final class TableWriter implements DecisionWriter {

  private static final String INDENT = "      ";
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

  @Override
  public byte[] header() {
    return new byte[0];
  }

  @Override
  public void encode(Decisions decisions, ByteArrayOutputStream out) {
    StringBuilder text = new StringBuilder();
    String asOf = "as of " + decisions.asOf();
    text.append(decisions.candidateId())
        .append(
            " ".repeat(Math.max(2, Wrap.WIDTH - decisions.candidateId().length() - asOf.length())))
        .append(asOf)
        .append('\n');
    if (decisions.decisions().isEmpty()) {
      text.append("  nothing to decide\n");
    }
    decisions.decisions().forEach(decision -> append(text, decision));
    if (decisions.nextChangeAt() != null) {
      text.append("  next change at ").append(decisions.nextChangeAt()).append('\n');
    }
    out.writeBytes(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void append(StringBuilder text, Decision decision) {
    String head = "  %-20s %-24s".formatted(decision.code(), decision.subject().toString());
    text.append(head.stripTrailing());
    String clause = decision.clause();
    text.append(
            " ".repeat(Math.max(1, Wrap.WIDTH - head.stripTrailing().length() - clause.length())))
        .append(clause)
        .append('\n');
    String interval = interval(decision);
    if (!interval.isEmpty()) {
      text.append(INDENT).append(interval).append('\n');
    }
    text.append(Wrap.lines(decision.reason(), INDENT));
    options(text, decision.details());
  }

  private static String interval(Decision decision) {
    StringBuilder interval = new StringBuilder();
    add(interval, "from", decision.from());
    add(interval, "until", decision.until());
    add(interval, "through", decision.through());
    return interval.toString();
  }

  private static void add(StringBuilder interval, String word, Moment moment) {
    if (moment != null) {
      interval.append(interval.isEmpty() ? "" : " ").append(word).append(' ').append(text(moment));
    }
  }

  private static String text(Moment moment) {
    OffsetDateTime time = moment.local();
    return (time.getSecond() == 0 ? MINUTE : SECOND).format(time);
  }

  /** The rows that details hold, each on a line of its own. */
  private static void options(StringBuilder text, Map<String, Object> details) {
    details.forEach(
        (name, value) -> {
          if (value instanceof List<?> rows) {
            for (Object row : rows) {
              text.append(INDENT).append("- ");
              ((Map<?, ?>) row).forEach((column, cell) -> append(text, column, cell));
              text.setLength(text.length() - 1);
              text.append('\n');
            }
          }
        });
  }

  private static void append(StringBuilder text, Object column, Object cell) {
    text.append(column).append(' ');
    text.append(cell instanceof Moment moment ? text(moment) : cell).append(' ');
  }
}
