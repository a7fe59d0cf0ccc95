package dev.certus.explain;

import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Literal;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a condition compares, constants left out. */
final class Operands implements Expression.Visitor<Stream<Expression>> {

  private Operands() {}

  /** The fields, variables and calls whose values decide a condition, from left to right. */
  static List<Expression> of(Expression condition) {
    return condition.accept(new Operands()).toList();
  }

  @Override
  public Stream<Expression> other(Expression expression) {
    return expression.parts().stream().flatMap(part -> part.accept(this));
  }

  @Override
  public Stream<Expression> literal(Literal literal) {
    return Stream.of();
  }

  @Override
  public Stream<Expression> name(Name name) {
    return FieldWording.isFact(name) ? Stream.of() : Stream.of(name);
  }

  @Override
  public Stream<Expression> member(Member member) {
    return FieldWording.isConstant(member) ? Stream.of() : Stream.of(member);
  }

  /** A condition that is a call is decided by its arguments; any other call is an operand. */
  @Override
  public Stream<Expression> call(Call call) {
    return FieldWording.isPath(call) ? Stream.of(call) : other(call);
  }

  @Override
  public Stream<Expression> comparison(Comparison comparison) {
    return comparison.parts().stream()
        .flatMap(side -> side instanceof Call ? Stream.of(side) : side.accept(this));
  }
}
