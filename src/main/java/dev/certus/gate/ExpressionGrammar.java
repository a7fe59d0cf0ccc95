package dev.certus.gate;

import dev.certus.drl.DottedName;
import dev.certus.drl.Expression;
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
import dev.certus.drl.Span;
import dev.certus.problem.DidYouMean;
import java.util.List;
import java.util.Set;

/**
 * What an expression may be: literals, facts and their fields, comparisons, reckoning, and calls.
 * Of a type it may use only the members that are listed. Which type a fact's field has, and so
 * which methods, is known only of compiled rules: {@link Sandbox} holds those against the list.
 */
final class ExpressionGrammar implements Expression.Visitor<Void> {

  private static final String CODE = "forbidden-expression";
  private static final List<String> OPERATORS =
      List.of("==", "!=", "<", "<=", ">", ">=", "in", "contains", "memberOf", "excludes");
  private static final Set<String> GLOBALS = Set.of("terms", "decisions", "drools", "kcontext");
  private static final String SUBJECT = "dev.certus.decision.Subject";

  private final TypeNames types;
  private final Refusals refusals;

  ExpressionGrammar(TypeNames types, Refusals refusals) {
    this.types = types;
    this.refusals = refusals;
  }

  /** Checks an expression and all of its parts. */
  void check(Expression expression) {
    List<Taboo> taboos = Taboo.of(expression);
    taboos.forEach(refusals::add);
    if (taboos.isEmpty()) {
      expression.accept(this);
    } else if (expression instanceof Call call) {
      check(call.arguments());
    }
  }

  private void check(List<Expression> expressions) {
    expressions.forEach(this::check);
  }

  @Override
  public Void literal(Literal literal) {
    return null;
  }

  @Override
  public Void name(Name name) {
    if (GLOBALS.contains(name.name()) || TypePath.of(name, types.rules()) != null) {
      refusals.use(name.span(), name.name());
    }
    return null;
  }

  @Override
  public Void member(Member member) {
    TypePath owner = TypePath.of(member.owner(), types.rules());
    if (owner != null) {
      constant(member.owner(), owner, member.name(), member.nameAt());
    } else if (TypePath.of(member, types.rules()) != null) {
      refusals.use(member.nameAt(), member.text());
    } else {
      check(member.owner());
    }
    return null;
  }

  @Override
  public Void call(Call call) {
    TypePath owner = TypePath.of(call.owner(), types.rules());
    if (call.owner() == null) {
      function(call);
    } else if (owner != null) {
      constant(call.owner(), owner, call.name(), call.nameAt());
    } else if (call.isOf("drools") || call.isOf("kcontext") || call.isOf("decisions")) {
      refusals.use(call.nameAt(), call.owner().text() + "." + call.name());
    } else if (!call.isOf("terms")) {
      check(call.owner());
    }
    check(call.arguments());
    return null;
  }

  private void function(Call call) {
    if (!types.isFunction(call.name())) {
      refusals.add(
          "forbidden-call",
          call.nameAt(),
          "a rule may not use `%s`, which is no function of the pack".formatted(call.name()),
          types.likeFunction(call.name()));
    }
  }

  /**
   * A member of a type that is named: a constant or a static method. What may be a misspelt one is
   * left to the compiler, which says what it may mean.
   */
  private void constant(Expression owner, TypePath type, String member, Span memberAt) {
    List<Taboo> taboos = Taboo.of(owner);
    taboos.forEach(refusals::add);
    Set<String> members = types.rules().members(type.name());
    String what = type.simpleName() + "." + member;
    if (taboos.isEmpty() && members.isEmpty()) {
      refusals.use(TypePath.last(owner), what);
    } else if (taboos.isEmpty()
        && !members.contains(member)
        && DidYouMean.nearest(member, members).isEmpty()) {
      refusals.add(
          "forbidden-call",
          memberAt,
          "a rule may not use `%s`".formatted(what),
          DidYouMean.oneOf(member, members));
    }
  }

  @Override
  public Void comparison(Comparison comparison) {
    String operator = comparison.operator();
    if (!OPERATORS.contains(operator.startsWith("not ") ? operator.substring(4) : operator)) {
      refusals.add(
          CODE,
          comparison.operatorAt(),
          "a rule may not compare by `%s`".formatted(operator),
          "compare by one of " + String.join(", ", OPERATORS));
    }
    check(comparison.left());
    if (comparison.right() instanceof Other list && operator.endsWith("in")) {
      check(list.parts());
    } else {
      check(comparison.right());
    }
    return null;
  }

  @Override
  public Void junction(Junction junction) {
    check(junction.parts());
    return null;
  }

  @Override
  public Void not(Not not) {
    check(not.condition());
    return null;
  }

  @Override
  public Void choice(Choice choice) {
    check(choice.parts());
    return null;
  }

  @Override
  public Void arithmetic(Arithmetic arithmetic) {
    if (arithmetic.parts().stream().anyMatch(part -> part.literalText() != null)) {
      refusals.add(
          CODE,
          arithmetic.span(),
          "a rule may not join texts: `%s`".formatted(Refusals.shown(arithmetic.text())),
          "write one text with `{}` in its place for each value, as `because` takes it");
    }
    check(arithmetic.parts());
    return null;
  }

  @Override
  public Void typeTest(TypeTest test) {
    check(test.value());
    if (!types.isKnown(test.type())) {
      refusals.use(test.typeAt(), test.type());
    }
    return null;
  }

  @Override
  public Void newObject(New object) {
    if (!SUBJECT.equals(types.rules().type(object.type()))) {
      refusals.use(object.typeAt(), "new " + DottedName.last(object.type()));
    }
    check(object.arguments());
    return null;
  }

  @Override
  public Void other(Expression expression) {
    int before = refusals.count();
    expression.parts().forEach(this::orWithin);
    if (refusals.count() == before) {
      refusals.add(
          CODE,
          expression.span(),
          "a rule may not use this expression: `%s`".formatted(Refusals.shown(expression.text())),
          "compare facts, terms and their fields; there are no casts, lambdas, arrays,"
              + " assignments or texts in single quotes");
    }
    return null;
  }

  /** Checks a part of what is refused; where it is no better, what that is made of. */
  void orWithin(Expression part) {
    if (part instanceof Other) {
      part.parts().forEach(this::orWithin);
    } else {
      check(part);
    }
  }
}
