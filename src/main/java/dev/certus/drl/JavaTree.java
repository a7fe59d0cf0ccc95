package dev.certus.drl;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.certus.drl.Expression.Arithmetic;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Choice;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Junction;
import dev.certus.drl.Expression.Literal;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.Expression.New;
import dev.certus.drl.Expression.Not;
import dev.certus.drl.Expression.Other;
import dev.certus.drl.Expression.TypeTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns what JavaParser read from a span into expressions at their places. */
final class JavaTree {

  private static final Set<BinaryExpr.Operator> COMPARISONS =
      Set.of(
          BinaryExpr.Operator.EQUALS,
          BinaryExpr.Operator.NOT_EQUALS,
          BinaryExpr.Operator.LESS,
          BinaryExpr.Operator.LESS_EQUALS,
          BinaryExpr.Operator.GREATER,
          BinaryExpr.Operator.GREATER_EQUALS);

  private static final Set<BinaryExpr.Operator> ARITHMETIC =
      Set.of(
          BinaryExpr.Operator.PLUS,
          BinaryExpr.Operator.MINUS,
          BinaryExpr.Operator.MULTIPLY,
          BinaryExpr.Operator.DIVIDE,
          BinaryExpr.Operator.REMAINDER);

  private static final Set<BinaryExpr.Operator> JUNCTIONS =
      Set.of(BinaryExpr.Operator.AND, BinaryExpr.Operator.OR);

  private final Span span;
  private final int shift;
  private final List<Integer> lineStarts = new ArrayList<>();

  /** What turns each kind of node that rules are made of into an expression. */
  private final Map<Class<?>, Function<Node, Expression>> readers =
      Map.ofEntries(
          Map.entry(EnclosedExpr.class, n -> enclosed((EnclosedExpr) n)),
          Map.entry(StringLiteralExpr.class, n -> text((StringLiteralExpr) n)),
          Map.entry(BooleanLiteralExpr.class, n -> flag((BooleanLiteralExpr) n)),
          Map.entry(NullLiteralExpr.class, n -> new Literal(at(n), null)),
          Map.entry(NameExpr.class, n -> new Name(at(n), ((NameExpr) n).getNameAsString())),
          Map.entry(ThisExpr.class, n -> new Name(at(n), "this")),
          Map.entry(FieldAccessExpr.class, n -> member((FieldAccessExpr) n)),
          Map.entry(MethodCallExpr.class, n -> call((MethodCallExpr) n)),
          Map.entry(ObjectCreationExpr.class, n -> created((ObjectCreationExpr) n)),
          Map.entry(ConditionalExpr.class, n -> choice((ConditionalExpr) n)),
          Map.entry(InstanceOfExpr.class, n -> typeTest((InstanceOfExpr) n)),
          Map.entry(UnaryExpr.class, n -> unary((UnaryExpr) n)),
          Map.entry(BinaryExpr.class, n -> binary((BinaryExpr) n)));

  /**
   * A reading of a span.
   *
   * @param shift how many characters were put before the span's text for JavaParser
   */
  JavaTree(Span span, int shift) {
    this.span = span;
    this.shift = shift;
    lineStarts.add(0);
    String text = span.text();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        lineStarts.add(i + 1);
      }
    }
  }

  Expression of(Node node) {
    Function<Node, Expression> reader = readers.get(node.getClass());
    if (reader != null) {
      return reader.apply(node);
    }
    return node instanceof LiteralStringValueExpr literal ? number(literal) : other(node);
  }

  /** The outermost expressions below a node, which may be a statement. */
  List<Expression> below(Node node) {
    return node.getChildNodes().stream()
        .sorted(Node.NODE_BY_BEGIN_POSITION)
        .flatMap(
            child ->
                child instanceof com.github.javaparser.ast.expr.Expression
                    ? Stream.of(of(child))
                    : below(child).stream())
        .toList();
  }

  private Expression other(Node node) {
    return new Other(at(node), below(node));
  }

  private Expression enclosed(EnclosedExpr enclosed) {
    return Reach.widened(of(enclosed.getInner()), at(enclosed));
  }

  private Expression text(StringLiteralExpr text) {
    return new Literal(at(text), text.asString());
  }

  private Expression flag(BooleanLiteralExpr flag) {
    return new Literal(at(flag), flag.getValue());
  }

  private Expression number(LiteralStringValueExpr literal) {
    try {
      String digits = literal.getValue().replace("_", "");
      boolean isLong = digits.endsWith("L") || digits.endsWith("l");
      return new Literal(
          at(literal), new BigDecimal(isLong ? digits.substring(0, digits.length() - 1) : digits));
    } catch (NumberFormatException e) {
      return new Other(at(literal), List.of()); // a hexadecimal number or a character
    }
  }

  private Expression member(FieldAccessExpr field) {
    return new Member(at(field), of(field.getScope()), field.getNameAsString(), nameAt(field));
  }

  private Expression call(MethodCallExpr call) {
    Expression owner = call.getScope().map(this::of).orElse(null);
    List<Expression> arguments = call.getArguments().stream().map(this::of).toList();
    return new Call(at(call), owner, call.getNameAsString(), nameAt(call), arguments);
  }

  private Expression created(ObjectCreationExpr created) {
    if (created.getAnonymousClassBody().isPresent()) {
      return other(created);
    }
    List<Expression> arguments = created.getArguments().stream().map(this::of).toList();
    String type = created.getType().getNameWithScope();
    return new New(at(created), type, at(created.getType()), arguments);
  }

  private Expression choice(ConditionalExpr choice) {
    return new Choice(
        at(choice), of(choice.getCondition()), of(choice.getThenExpr()), of(choice.getElseExpr()));
  }

  private Expression typeTest(InstanceOfExpr test) {
    return test.getPattern().isPresent()
        ? other(test)
        : new TypeTest(
            at(test), of(test.getExpression()), test.getTypeAsString(), at(test.getType()));
  }

  private Expression unary(UnaryExpr unary) {
    return switch (unary.getOperator()) {
      case LOGICAL_COMPLEMENT -> new Not(at(unary), of(unary.getExpression()));
      case MINUS -> new Arithmetic(at(unary), "-", below(unary));
      default -> other(unary);
    };
  }

  private Expression binary(BinaryExpr binary) {
    String operator = binary.getOperator().asString();
    if (JUNCTIONS.contains(binary.getOperator())) {
      return new Junction(at(binary), operator, joined(binary, binary.getOperator()));
    }
    if (ARITHMETIC.contains(binary.getOperator())) {
      return new Arithmetic(at(binary), operator, below(binary));
    }
    if (!COMPARISONS.contains(binary.getOperator())) {
      return other(binary);
    }
    Expression left = of(binary.getLeft());
    Expression right = of(binary.getRight());
    return new Comparison(at(binary), left, operator, operatorAt(left, right, operator), right);
  }

  /** The parts of a chain of the same operator. */
  private List<Expression> joined(
      com.github.javaparser.ast.expr.Expression node, BinaryExpr.Operator operator) {
    return node instanceof BinaryExpr binary && binary.getOperator() == operator
        ? Stream.concat(
                joined(binary.getLeft(), operator).stream(), Stream.of(of(binary.getRight())))
            .toList()
        : List.of(of(node));
  }

  private Span operatorAt(Expression left, Expression right, String operator) {
    int from = left.span().end() - span.start();
    int at = span.text().indexOf(operator, from);
    boolean between = at >= 0 && at < right.span().start() - span.start();
    return between ? span.part(at, at + operator.length()) : span.part(from, from);
  }

  private Span nameAt(NodeWithSimpleName<?> node) {
    return at(node.getName());
  }

  Span at(Node node) {
    Range range = node.getRange().orElseThrow();
    return span.part(offset(range.begin), offset(range.end) + 1);
  }

  int offset(Position position) {
    int shiftOfLine = position.line == 1 ? shift : 0;
    int line = Math.min(position.line, lineStarts.size());
    int offset = lineStarts.get(line - 1) + position.column - 1 - shiftOfLine;
    return Math.max(0, Math.min(offset, span.text().length()));
  }
}
