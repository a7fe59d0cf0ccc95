package dev.certus.explain;

/** The forms that reports are written in. */
public enum ReportFormat {
  /** Text of 80 columns for people. */
  HUMAN,
  /** One JSON object a candidate and line. */
  JSON,
  /** Markdown, to be filed or sent. */
  MARKDOWN;

  /** A new writer of this form. */
  public ReportWriter writer() {
    return switch (this) {
      case HUMAN -> new HumanWriter();
      case JSON -> new JsonWriter();
      case MARKDOWN -> new MarkdownWriter();
    };
  }
}
