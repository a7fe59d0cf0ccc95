package dev.certus.impact;

import dev.certus.rulebook.RuleBook;
import java.nio.charset.StandardCharsets;

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

  /** The report of a comparison, in UTF-8. */
  public byte[] report(Impact impact, RuleBook before, RuleBook after) {
    String text = writer().text(impact, Example.of(impact, before, after));
    return text.getBytes(StandardCharsets.UTF_8);
  }

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
