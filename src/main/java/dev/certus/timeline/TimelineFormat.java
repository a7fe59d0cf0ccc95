package dev.certus.timeline;

/** The forms that timelines are written in. */
public enum TimelineFormat {
  /** Text of 80 columns for people. */
  HUMAN,
  /** One JSON object a candidate and line. */
  JSON,
  /** A picture. */
  SVG,
  /** A page with the picture and a table, which needs no network. */
  HTML;

  /** A new writer of this form. */
  public TimelineWriter writer() {
    return switch (this) {
      case HUMAN -> new TimelineText();
      case JSON -> new TimelineJson();
      case SVG -> new TimelineSvg();
      case HTML -> new TimelineHtml();
    };
  }
}
