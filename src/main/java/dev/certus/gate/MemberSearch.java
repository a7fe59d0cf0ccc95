package dev.certus.gate;

import dev.certus.drl.DottedName;
import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.New;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds where rules use a member of a class, as closely as their code shows. */
final class MemberSearch {

  private final DrlTree drl;

  MemberSearch(DrlTree drl) {
    this.drl = drl;
  }

  /**
   * The first place in some rules, else in any.
   *
   * @param rules the names of the rules
   * @param type the simple name of the member's class
   * @param member its name, {@code <init>} for a constructor
   * @return null where nothing says it
   */
  Span first(Set<String> rules, String type, String member) {
    List<Function<Expression, Span>> ways =
        List.of(
            expression -> ofType(expression, type, member),
            expression -> ofName(expression, member),
            expression -> withType(expression, type));
    Stream<List<Expression>> places =
        Stream.of(expressions(rules), drl.expressions().toList()).filter(all -> !all.isEmpty());
    return places
        .flatMap(all -> ways.stream().map(way -> nearest(all, way)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> declared(type));
  }

  private List<Expression> expressions(Set<String> rules) {
    return drl.rules().stream()
        .filter(rule -> rules.contains(rule.name()))
        .flatMap(RuleSource::expressions)
        .toList();
  }

  private static Span nearest(List<Expression> all, Function<Expression, Span> way) {
    return all.stream().map(way).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static Span ofType(Expression expression, String type, String member) {
    if (expression instanceof New created) {
      return member.equals("<init>") && DottedName.last(created.type()).equals(type)
          ? created.typeAt()
          : null;
    }
    if (expression instanceof Call call && call.name().equals(member) && call.owner() != null) {
      return DottedName.last(call.owner().text()).equals(type) ? lastPart(call.owner()) : null;
    }
    boolean constant =
        expression instanceof Member field
            && field.name().equals(member)
            && DottedName.last(field.owner().text()).equals(type);
    return constant ? lastPart(((Member) expression).owner()) : null;
  }

  private static Span ofName(Expression expression, String member) {
    return expression instanceof Call call && call.name().equals(member) ? call.nameAt() : null;
  }

  /** The innermost part that names the type, such as a reference to a method of it. */
  private static Span withType(Expression expression, String type) {
    return names(expression.text(), type)
        ? expression
            .all()
            .filter(part -> names(part.text(), type))
            .map(Expression::span)
            .min(Comparator.comparing(span -> span.end() - span.start()))
            .orElse(null)
        : null;
  }

  private static boolean names(String text, String type) {
    for (int at = text.indexOf(type); at >= 0; at = text.indexOf(type, at + 1)) {
      int end = at + type.length();
      boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private Span declared(String type) {
    return drl.types().stream()
        .flatMap(declared -> Stream.of(declared.parentAt(), declared.at()))
        .filter(span -> span != null && DottedName.last(span.text()).equals(type))
        .findFirst()
        .orElse(null);
  }

  private static Span lastPart(Expression owner) {
    return owner instanceof Member member ? member.nameAt() : owner.span();
  }
}
