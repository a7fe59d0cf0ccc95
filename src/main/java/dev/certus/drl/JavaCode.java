package dev.certus.drl;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import dev.certus.drl.Statement.Kind;
import java.util.List;
import java.util.function.Function;

/** Reads the Java in rules by JavaParser. */
final class JavaCode {

  private static final ParserConfiguration CONFIGURATION =
      new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17).setAttributeComments(false);

  private JavaCode() {}

  /** The expression in a span, or null where it is none. */
  static Expression expression(Span span) {
    return expression(span, span.text());
  }

  /** The expression in a span, whose text is read as another one of the same length. */
  static Expression expression(Span span, String text) {
    Node node = parsed(parser -> parser.parseExpression(text));
    return node == null ? null : new JavaTree(span, 0).of(node);
  }

  /**
   * The statement in a span, or null where it is none.
   *
   * @param shown its place
   */
  static Statement statement(Span span, Span shown) {
    Node node = parsed(parser -> parser.parseStatement(span.text()));
    if (node == null) {
      return null;
    }
    JavaTree tree = new JavaTree(span, 0);
    if (node instanceof ReturnStmt returned && returned.getExpression().isPresent()) {
      return new Statement(Kind.RETURN, shown, null, tree.below(node));
    }
    VariableDeclarator local = local(node);
    if (local != null) {
      Expression value = tree.of(local.getInitializer().orElseThrow());
      return new Statement(Kind.LOCAL, shown, tree.at(local.getType()), List.of(value));
    }
    return new Statement(Kind.OTHER, shown, null, tree.below(node));
  }

  /** The one value that a statement names, or null. */
  private static VariableDeclarator local(Node node) {
    if (node instanceof ExpressionStmt statement
        && statement.getExpression() instanceof VariableDeclarationExpr declared
        && declared.getAnnotations().isEmpty()
        && declared.getVariables().size() == 1) {
      VariableDeclarator variable = declared.getVariable(0);
      return variable.getInitializer().isPresent() ? variable : null;
    }
    return null;
  }

  private static Node parsed(Function<JavaParser, ParseResult<? extends Node>> parse) {
    try {
      ParseResult<? extends Node> result = parse.apply(new JavaParser(CONFIGURATION));
      return result.isSuccessful() ? result.getResult().orElse(null) : null;
    } catch (StackOverflowError e) {
      return null; // it is nested too deeply to be read
    }
  }
}
