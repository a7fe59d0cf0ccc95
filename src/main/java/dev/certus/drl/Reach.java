package dev.certus.drl;

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

/** Makes parentheses around an expression part of it. */
final class Reach implements Expression.Visitor<Expression> {

  private final Span span;

  private Reach(Span span) {
    this.span = span;
  }

  /** The same expression, which reaches over a wider span. */
  static Expression widened(Expression expression, Span span) {
    return expression.accept(new Reach(span));
  }

  @Override
  public Expression other(Expression expression) {
    return new Other(span, expression.parts());
  }

  @Override
  public Expression literal(Literal literal) {
    return new Literal(span, literal.value());
  }

  @Override
  public Expression name(Name name) {
    return new Name(span, name.name());
  }

  @Override
  public Expression member(Member member) {
    return new Member(span, member.owner(), member.name(), member.nameAt());
  }

  @Override
  public Expression call(Call call) {
    return new Call(span, call.owner(), call.name(), call.nameAt(), call.arguments());
  }

  @Override
  public Expression comparison(Comparison comparison) {
    return new Comparison(
        span,
        comparison.left(),
        comparison.operator(),
        comparison.operatorAt(),
        comparison.right());
  }

  @Override
  public Expression junction(Junction junction) {
    return new Junction(span, junction.operator(), junction.parts());
  }

  @Override
  public Expression not(Not not) {
    return new Not(span, not.condition());
  }

  @Override
  public Expression choice(Choice choice) {
    return new Choice(span, choice.condition(), choice.yes(), choice.no());
  }

  @Override
  public Expression arithmetic(Arithmetic arithmetic) {
    return new Arithmetic(span, arithmetic.operator(), arithmetic.parts());
  }

  @Override
  public Expression typeTest(TypeTest test) {
    return new TypeTest(span, test.value(), test.type(), test.typeAt());
  }

  @Override
  public Expression newObject(New object) {
    return new New(span, object.type(), object.typeAt(), object.arguments());
  }
}
