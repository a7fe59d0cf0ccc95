package dev.certus.drl;

import dev.certus.drl.Statement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Java between {@code then} and {@code end}, or of a function; read when first asked for. */
public final class Block {

  /** The longest statement, in characters: of a longer one the parts nest too deeply. */
  private static final int LONGEST = 4_000;

  private final Span span;
  private final List<Span> pieces;
  private List<Statement> statements;

  Block(Span span, List<Span> pieces) {
    this.span = span;
    this.pieces = pieces;
  }

  /** Its place. */
  public Span span() {
    return span;
  }

  /** Its statements; one that is not Java has no expressions. */
  public synchronized List<Statement> statements() {
    if (statements == null) {
      List<Statement> read = new ArrayList<>();
      pieces.forEach(piece -> read.add(statement(piece)));
      statements = List.copyOf(read);
    }
    return statements;
  }

  /** All expressions in it, from the outside in. */
  public Stream<Expression> all() {
    return statements().stream().flatMap(Statement::all);
  }

  /** The call in {@code modify( … ) { … }}, which is not Java. */
  private static List<Expression> changed(Span span) {
    int brace = span.text().indexOf('{');
    Expression head = brace < 0 ? null : JavaCode.expression(span.part(0, brace).stripped());
    return head == null ? List.of() : List.of(head);
  }

  private static Statement statement(Span piece) {
    if (piece.text().length() > LONGEST) {
      return new Statement(Kind.OTHER, piece, null, List.of());
    }
    boolean ends = piece.text().endsWith(";");
    Span span = ends ? piece.part(0, piece.text().length() - 1).stripped() : piece;
    Expression expression = JavaCode.expression(span);
    if (expression != null) {
      return new Statement(Kind.EXPRESSION, span, null, List.of(expression));
    }
    Statement statement = JavaCode.statement(piece, span);
    return statement == null ? new Statement(Kind.OTHER, span, null, changed(span)) : statement;
  }
}
