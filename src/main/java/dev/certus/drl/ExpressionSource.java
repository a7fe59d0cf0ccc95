package dev.certus.drl;

/** An expression as it is written, which is taken apart when it is first asked for. */
public final class ExpressionSource {

  private final Span span;
  private Expression tree;

  ExpressionSource(Span span) {
    this.span = span;
  }

  /** Its place. */
  public Span span() {
    return span;
  }

  /** Its text as it is written. */
  public String text() {
    return span.text();
  }

  /** The expression; an {@link Expression.Other} without parts where it cannot be read. */
  public synchronized Expression tree() {
    if (tree == null) {
      tree = ExpressionReader.read(span);
    }
    return tree;
  }
}
