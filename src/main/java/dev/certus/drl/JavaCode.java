package dev.certus.drl;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.Node;
import java.util.List;
import java.util.function.Function;

/** Reads the Java in rules by JavaParser. */
final class JavaCode {

  private static final ParserConfiguration CONFIGURATION =
      new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17).setAttributeComments(false);

  private JavaCode() {}

  /** The expression in a span, or null where it is none. */
  static Expression expression(Span span) {
    Node node = parsed(parser -> parser.parseExpression(span.text()));
    return node == null ? null : new JavaTree(span, 0).of(node);
  }

  /** The outermost expressions of the statement in a span, or null where it is none. */
  static List<Expression> statement(Span span) {
    Node node = parsed(parser -> parser.parseStatement(span.text()));
    return node == null ? null : new JavaTree(span, 0).below(node);
  }

  private static Node parsed(Function<JavaParser, ParseResult<? extends Node>> parse) {
    ParseResult<? extends Node> result = parse.apply(new JavaParser(CONFIGURATION));
    return result.isSuccessful() ? result.getResult().orElse(null) : null;
  }
}
