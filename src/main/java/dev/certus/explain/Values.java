package dev.certus.explain;

import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Choice;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Junction;
import dev.certus.drl.Expression.Literal;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.Expression.Not;
import dev.certus.pack.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates expressions of a rule with the values of one of its matches. */
final class Values {

  /**
   * The value of an expression that can be evaluated.
   *
   * @param value the value, which may be null
   */
  record Known(Object value) {

    /** Whether it is {@code true}. */
    boolean isTrue() {
      return Boolean.TRUE.equals(value);
    }
  }

  /** Ends the evaluation of an expression that has no value here. */
  private static final class UnknownValueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownValueException() {
      super(null, null, false, false);
    }
  }

  private final Terms terms;
  private final Object fact;
  private final Map<String, Object> bindings;

  /**
   * The values of a match.
   *
   * @param fact the fact whose fields names stand for, or null
   * @param bindings the values of variables
   */
  Values(Terms terms, Object fact, Map<String, Object> bindings) {
    this.terms = terms;
    this.fact = fact;
    this.bindings = bindings;
  }

  /** The value of an expression; empty where it depends on what is not in sight. */
  Optional<Known> of(Expression expression) {
    try {
      return Optional.of(new Known(evaluated(expression)));
    } catch (UnknownValueException e) {
      return Optional.empty();
    }
  }

  /** Whether a condition has a value, and that is {@code true}. */
  boolean hold(Expression condition) {
    return of(condition).filter(Known::isTrue).isPresent();
  }

  private Object evaluated(Expression expression) {
    return expression.accept(new Evaluation());
  }

  private final class Evaluation implements Expression.Visitor<Object> {

    @Override
    public Object other(Expression expression) {
      throw new UnknownValueException();
    }

    @Override
    public Object literal(Literal literal) {
      return literal.value();
    }

    @Override
    public Object name(Name name) {
      if (name.name().equals("terms")) {
        return terms;
      }
      if (bindings.containsKey(name.name())) {
        return bindings.get(name.name());
      }
      if (fact == null || name.isVariable()) {
        throw new UnknownValueException();
      }
      return name.name().equals("this") ? fact : called(fact, name.name(), List.of());
    }

    @Override
    public Object member(Member member) {
      return called(evaluated(member.owner()), member.name(), List.of());
    }

    @Override
    public Object call(Call call) {
      if (call.owner() == null && fact == null) {
        throw new UnknownValueException();
      }
      Object owner = call.owner() == null ? fact : evaluated(call.owner());
      List<Object> arguments = new ArrayList<>();
      call.arguments().forEach(argument -> arguments.add(evaluated(argument)));
      return called(owner, call.name(), arguments);
    }

    @Override
    public Object comparison(Comparison comparison) {
      Object left = evaluated(comparison.left());
      Object right = evaluated(comparison.right());
      return Comparing.holds(left, comparison.operator(), right)
          .orElseThrow(UnknownValueException::new);
    }

    /** One part may decide it even if others are unknown. */
    @Override
    public Object junction(Junction junction) {
      boolean known = true;
      for (Expression part : junction.parts()) {
        Optional<Known> value = of(part);
        if (value.isPresent() && value.get().isTrue() == junction.isAny()) {
          return junction.isAny();
        }
        known &= value.isPresent();
      }
      return known ? !junction.isAny() : other(junction);
    }

    @Override
    public Object not(Not not) {
      return evaluated(not.condition()) instanceof Boolean flag ? !flag : other(not);
    }

    @Override
    public Object choice(Choice choice) {
      if (evaluated(choice.condition()) instanceof Boolean flag) {
        return evaluated(flag ? choice.yes() : choice.no());
      }
      return other(choice);
    }

    /** A field or the result of a method; a missing fact has missing fields, as in rules. */
    private Object called(Object owner, String name, List<Object> arguments) {
      return owner == null
          ? null
          : Members.called(owner, name, arguments).orElseThrow(UnknownValueException::new).value();
    }
  }
}
