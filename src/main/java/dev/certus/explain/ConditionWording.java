package dev.certus.explain;

import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Junction;
import dev.certus.drl.Expression.Literal;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.Expression.Not;
import dev.certus.record.FactName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says conditions on a fact as relative clauses, such as "whose status is missed", with the values
 * of variables.
 */
final class ConditionWording implements Expression.Visitor<String> {

  private static final Map<String, String> MIRRORED =
      Map.of("==", "==", "!=", "!=", "<", ">", ">", "<", "<=", ">=", ">=", "<=");

  private final Values values;
  private final ValueWording words;
  private final FieldWording fields = new FieldWording();

  /** Wording for conditions on facts that are not known yet: {@code values} has no fact. */
  ConditionWording(Values values, Wording wording) {
    this.values = values;
    this.words = new ValueWording(values, wording);
  }

  /** A condition as a relative clause; an empty text where every fact meets it. */
  String clause(Expression condition) {
    return values.hold(condition) ? "" : condition.accept(this);
  }

  @Override
  public String other(Expression expression) {
    return "for which `" + expression.text() + "`";
  }

  /** The parts that facts decide; those that variables alone decide are left out. */
  @Override
  public String junction(Junction junction) {
    String clauses =
        junction.parts().stream()
            .filter(part -> !isSettled(part, !junction.isAny()))
            .map(this::clause)
            .collect(Collectors.joining(junction.isAny() ? ", or " : " and "));
    return clauses.isEmpty() ? other(junction) : clauses;
  }

  private boolean isSettled(Expression condition, boolean way) {
    return values.of(condition).filter(known -> known.equals(new Values.Known(way))).isPresent();
  }

  @Override
  public String not(Not not) {
    Expression condition = not.condition();
    return FieldWording.isPath(condition)
        ? flag(condition, false)
        : "that is not one " + condition.accept(this);
  }

  @Override
  public String name(Name name) {
    return flag(name, true);
  }

  @Override
  public String member(Member member) {
    return flag(member, true);
  }

  @Override
  public String call(Call call) {
    return FieldWording.isPath(call) ? flag(call, true) : predicate(call);
  }

  /** A field that is true or false. */
  private String flag(Expression field, boolean set) {
    String is = set ? " is " : " is not ";
    if (field instanceof Name name) {
      return "that" + is + FactName.words(name.name());
    }
    String name = field instanceof Member member ? member.name() : ((Call) field).name();
    Expression owner = field.parts().get(0);
    return subject(owner) + is + FactName.words(FieldWording.property(name));
  }

  /** A function or method as a verb; its first operand, or else the fact, is the subject. */
  private String predicate(Call call) {
    List<Expression> operands = call.parts();
    boolean ofFact = call.owner() == null && operands.stream().noneMatch(this::isOfFact);
    String subject = ofFact ? "that" : subject(operands.get(0));
    String objects =
        operands.stream()
            .skip(ofFact ? 0 : 1)
            .map(words::word)
            .collect(Collectors.joining(" and "));
    return "%s %s %s".formatted(subject, FactName.words(call.name()), objects).strip();
  }

  /** Whether an operand is the fact or a field of it, and so has no value yet. */
  private boolean isOfFact(Expression operand) {
    return values.of(operand).isEmpty();
  }

  private String subject(Expression operand) {
    if (FieldWording.isFact(operand)) {
      return "that";
    }
    return isOfFact(operand) ? "whose " + fields.noun(operand) : "for which " + words.word(operand);
  }

  @Override
  public String comparison(Comparison comparison) {
    Expression left = comparison.left();
    Expression right = comparison.right();
    String operator = comparison.operator();
    boolean turned =
        MIRRORED.containsKey(operator)
            && !isOfFact(left)
            && isOfFact(right)
            && !FieldWording.isConstant(right);
    return turned ? compared(right, MIRRORED.get(operator), left) : compared(left, operator, right);
  }

  private String compared(Expression left, String operator, Expression right) {
    boolean equals = operator.equals("==");
    if (right instanceof Literal literal && (equals || operator.equals("!="))) {
      if (literal.value() == null) {
        return subject(left) + (equals ? " is missing" : " is given");
      }
      if (literal.value() instanceof Boolean flag && FieldWording.isPath(left)) {
        return flag(left, flag == equals);
      }
    }
    return "%s %s %s".formatted(subject(left), words.operator(operator, right), words.word(right));
  }
}
