package dev.certus.timeline;

import dev.certus.output.Wrap;
import dev.certus.time.Moment;

/** For people at a terminal: what is decided of each subject, one after another. */
final class TimelineText implements TimelineWriter {

  private static final String INDENT = "      ";
  private static final String NEAR = "~";

  @Override
  public String text(Timeline timeline) {
    StringBuilder text = new StringBuilder();
    text.append(
        Wrap.ends(
            "%s, %s".formatted(timeline.candidateId(), timeline.asOf().zone()),
            "as of " + LocalTimes.moment(timeline.asOf())));
    text.append('\n');
    for (FactMark fact : timeline.facts()) {
      text.append(
          Wrap.ends("  %-8s %s".formatted(fact.id(), fact.what()), time(fact.at(), timeline)));
    }
    for (Lane lane : timeline.lanes()) {
      text.append('\n').append(lane.subject()).append('\n');
      for (DecisionSpan span : lane.spans()) {
        span(text, span, timeline);
      }
    }
    if (text.indexOf(NEAR) >= 0) {
      text.append("\n~ clocks change on that day or in the night before it\n");
    }
    if (timeline.goesOn() != null) {
      text.append('\n').append(Wrap.lines(goesOn(timeline), ""));
    }
    text.append("\n* given as of ").append(LocalTimes.moment(timeline.asOf())).append('\n');
    return text.append('\n').toString();
  }

  /** That decisions change more often than is shown. */
  static String goesOn(Timeline timeline) {
    return "decisions go on to change, next at %s: no more is shown"
        .formatted(LocalTimes.moment(timeline.goesOn()));
  }

  private static void span(StringBuilder text, DecisionSpan span, Timeline timeline) {
    String mark = span.holdsAt(timeline.asOf().instant()) ? "  * " : "    ";
    text.append(Wrap.ends(mark + span.decision().code(), span.decision().clause()));
    String changed =
        span.changed().isEmpty() ? "" : ", with other " + String.join(", ", span.changed());
    text.append(Wrap.lines("from " + time(span.begins(), timeline) + changed, INDENT));
    if (span.ends() != null) {
      text.append(Wrap.lines("until " + time(span.ends(), timeline), INDENT));
    }
  }

  private static String time(Moment moment, Timeline timeline) {
    String near = ClockChange.isNear(moment) ? " " + NEAR : "";
    return LocalTimes.moment(moment, timeline) + near;
  }
}
