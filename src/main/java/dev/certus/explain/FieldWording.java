package dev.certus.explain;

import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.record.FactName;
import java.util.List;

/** Names the fields and methods of a fact in words, such as "exam's last day". */
final class FieldWording implements Expression.Visitor<String> {

  private static final String AFTER = "after";
  private static final String BEFORE = "before";

  /** Whether an expression is the fact itself. */
  static boolean isFact(Expression expression) {
    return expression instanceof Name name && name.name().equals("this");
  }

  /** Whether an expression is a constant of a type, such as {@code Outcome.FAIL}. */
  static boolean isConstant(Expression expression) {
    return expression instanceof Member member
        && member.owner() instanceof Name type
        && Character.isUpperCase(type.name().charAt(0));
  }

  /** Whether an expression is a field, or a field of a field, of the fact or of a variable. */
  static boolean isPath(Expression expression) {
    return expression instanceof Name
        || (expression instanceof Member member && isPath(member.owner()))
        || (expression instanceof Call call
            && call.owner() != null
            && call.arguments().isEmpty()
            && isPath(call.owner()));
  }

  /** An expression as a noun. */
  String noun(Expression expression) {
    return expression.accept(this);
  }

  @Override
  public String other(Expression expression) {
    return expression.text();
  }

  @Override
  public String name(Name name) {
    return name.isVariable() ? name.name() : FactName.words(name.name());
  }

  @Override
  public String member(Member member) {
    return of(member.owner(), member.name());
  }

  @Override
  public String call(Call call) {
    if (call.isOf("terms") && !call.arguments().isEmpty()) {
      return term(call);
    }
    boolean getter = call.arguments().isEmpty() && call.owner() != null;
    return getter ? of(call.owner(), property(call.name())) : call.text();
  }

  private String of(Expression owner, String name) {
    return isFact(owner) ? FactName.words(name) : noun(owner) + "'s " + FactName.words(name);
  }

  private String term(Call call) {
    List<Expression> arguments = call.arguments();
    String name = arguments.get(0).inside().text();
    Expression from = arguments.get(arguments.size() - 1);
    return switch (call.name()) {
      case AFTER -> "%s counted from %s".formatted(name, noun(from));
      case BEFORE -> "%s counted back from %s".formatted(name, noun(from));
      default -> name;
    };
  }

  /** The field that a getter reads. */
  static String property(String getter) {
    for (String prefix : List.of("get", "is")) {
      int start = prefix.length();
      boolean reads =
          getter.startsWith(prefix)
              && getter.length() > start
              && Character.isUpperCase(getter.charAt(start));
      if (reads) {
        return Character.toLowerCase(getter.charAt(start)) + getter.substring(start + 1);
      }
    }
    return getter;
  }
}
