package dev.certus.drl;

import java.util.List;
import java.util.stream.Stream;

/** An expression in a condition or a consequence, down to its names and literals. */
public sealed interface Expression {

  /** Its place; parentheses around it are part of it. */
  Span span();

  /** The expressions that it is made of, in their order. */
  List<Expression> parts();

  /** Calls the visitor's method for this kind of expression. */
  <R> R accept(Visitor<R> visitor);

  /** Its text with white space squeezed. */
  default String text() {
    return span().squeezed();
  }

  /** It and all expressions within it, from the outside in. */
  default Stream<Expression> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Expression::all));
  }

  /** Its place; of a literal text what is between the quotes. */
  default Span inside() {
    return literalText() == null ? span() : span().part(1, span().text().length() - 1);
  }

  /** The text that it is, if it is a literal text; else null. */
  default String literalText() {
    return this instanceof Literal literal && literal.value() instanceof String text ? text : null;
  }

  /**
   * A text, number, {@code true}, {@code false} or {@code null}.
   *
   * @param value a {@code String}, {@code BigDecimal}, {@code Boolean} or null
   */
  record Literal(Span span, Object value) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** A field, variable, constant, type or global by its name alone. */
  record Name(Span span, String name) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.name(this);
    }

    /** Whether it is a variable of a rule. */
    public boolean isVariable() {
      return name.startsWith("$");
    }
  }

  /**
   * A member of an owner, such as {@code exam.level}.
   *
   * @param nameAt the place of the member's name
   */
  record Member(Span span, Expression owner, String name, Span nameAt) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(owner);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.member(this);
    }
  }

  /**
   * A call of a method or function.
   *
   * @param owner what the method belongs to, or null for a function
   * @param nameAt the place of its name
   */
  record Call(Span span, Expression owner, String name, Span nameAt, List<Expression> arguments)
      implements Expression {
    @Override
    public List<Expression> parts() {
      return owner == null
          ? arguments
          : Stream.concat(Stream.of(owner), arguments.stream()).toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }

    /** Whether it is a method of the variable, field or global of that name. */
    public boolean isOf(String ownerName) {
      return owner instanceof Name name && name.name().equals(ownerName);
    }
  }

  /**
   * A comparison.
   *
   * @param operator {@code ==}, {@code <} and so on, or a word of DRL such as {@code matches}
   * @param operatorAt the place of the operator
   */
  record Comparison(Span span, Expression left, String operator, Span operatorAt, Expression right)
      implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(left, right);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comparison(this);
    }
  }

  /**
   * Conditions that must all hold, or of which one must.
   *
   * @param operator {@code &&} or {@code ||}
   */
  record Junction(Span span, String operator, List<Expression> parts) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.junction(this);
    }

    /** Whether one part is enough. */
    public boolean isAny() {
      return operator.equals("||");
    }
  }

  /** The contrary of a condition. */
  record Not(Span span, Expression condition) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(condition);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.not(this);
    }
  }

  /** One of two values, by a condition: {@code condition ? yes : no}. */
  record Choice(Span span, Expression condition, Expression yes, Expression no)
      implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(condition, yes, no);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.choice(this);
    }
  }

  /**
   * Arithmetic, or texts that are joined.
   *
   * @param operator {@code +}, {@code -}, {@code *}, {@code /} or {@code %}
   * @param parts its two sides; one of a negative number
   */
  record Arithmetic(Span span, String operator, List<Expression> parts) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arithmetic(this);
    }
  }

  /**
   * Whether a value is of a type: {@code x instanceof Type}.
   *
   * @param type the type's name
   * @param typeAt its place
   */
  record TypeTest(Span span, Expression value, String type, Span typeAt) implements Expression {
    @Override
    public List<Expression> parts() {
      return List.of(value);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.typeTest(this);
    }
  }

  /**
   * A new object.
   *
   * @param type its type's name, without type arguments
   * @param typeAt its place
   */
  record New(Span span, String type, Span typeAt, List<Expression> arguments)
      implements Expression {
    @Override
    public List<Expression> parts() {
      return arguments;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newObject(this);
    }
  }

  /** Anything else, such as a cast or a lambda, or what is no expression. */
  record Other(Span span, List<Expression> parts) implements Expression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.other(this);
    }
  }

  /** Does something for each kind of expression; by default what it does for any other. */
  interface Visitor<R> {

    /** For each kind that has no method of its own. */
    R other(Expression expression);

    default R literal(Literal literal) {
      return other(literal);
    }

    default R name(Name name) {
      return other(name);
    }

    default R member(Member member) {
      return other(member);
    }

    default R call(Call call) {
      return other(call);
    }

    default R comparison(Comparison comparison) {
      return other(comparison);
    }

    default R junction(Junction junction) {
      return other(junction);
    }

    default R not(Not not) {
      return other(not);
    }

    default R choice(Choice choice) {
      return other(choice);
    }

    default R arithmetic(Arithmetic arithmetic) {
      return other(arithmetic);
    }

    default R typeTest(TypeTest test) {
      return other(test);
    }

    default R newObject(New object) {
      return other(object);
    }
  }
}
