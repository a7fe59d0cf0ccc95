package dev.certus.impact;

/** The forms that a comparison is written in. */
public enum ImpactFormat {
  /** Text of 80 columns for people. */
  HUMAN,
  /** One JSON object. */
  JSON,
  /** Markdown, for a merge request. */
  MARKDOWN,
  /** A page with pictures and examples, which needs no network. */
  HTML;

  /** A new writer of this form. */
  public ImpactWriter writer() {
    return switch (this) {
      case HUMAN -> new ImpactText();
      case JSON -> new ImpactJson();
      case MARKDOWN -> new ImpactMarkdown();
      case HTML -> new ImpactHtml();
    };
  }
}
