package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Literal;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.pack.Pack;
import dev.certus.pack.Term;
import dev.certus.pack.TermKeys;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problem;
import dev.certus.record.RecordField;
import dev.certus.record.RecordList;
import dev.certus.time.Day;
import dev.certus.types.Scope;
import dev.certus.types.Typed;
import dev.certus.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Look-ups of a term that can fail when a record is decided, for the term has no value for the key
 * that the rule asks for. Such a record would be rejected.
 */
final class LookupCheck {

  /** The methods of {@code terms} that look a number up by a name, a key if any, and a day. */
  private static final Set<String> LOOKUPS =
      Set.of("after", "before", "count", "score", "percent", "money", "date");

  private static final int WITH_KEY = 3;

  /** The types of ordinals. */
  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, long.class, Integer.class, Long.class);

  private final DrlTree drl;
  private final Pack pack;
  private final List<Problem> problems = new ArrayList<>();

  LookupCheck(DrlTree drl, Pack pack) {
    this.drl = drl;
    this.pack = pack;
  }

  List<Problem> problems() {
    Types types = new Types(drl);
    for (RuleSource rule : drl.rules()) {
      Scope.visit(
          rule,
          types,
          (expression, scope) -> expression.all().forEach(part -> look(rule, part, scope)));
    }
    return problems;
  }

  private void look(RuleSource rule, Expression expression, Scope scope) {
    if (expression instanceof Call call
        && call.isOf("terms")
        && LOOKUPS.contains(call.name())
        && call.arguments().size() > 1) {
      String name = call.arguments().get(0).literalText();
      pack.terms().all().stream()
          .filter(term -> term.name().equals(name))
          .forEach(term -> look(rule, call, term, scope));
    }
  }

  private void look(RuleSource rule, Call call, Term term, Scope scope) {
    Span at = call.arguments().get(0).inside();
    Expression key = key(call, scope);
    if (key == null) {
      if (keys(term).stream().anyMatch(keys -> !keys.contains(Term.ANY))) {
        add(
            "term-without-key",
            at,
            "term `%s` has a value for each key, but no key is given".formatted(term.name()),
            "give one of %s, after the name".formatted(allKeys(term)));
      }
      return;
    }
    if (keys(term).stream().anyMatch(keys -> keys.contains(Term.ANY))) {
      add(
          "term-without-key",
          key.inside(),
          "term `%s` has one value, not values by key".formatted(term.name()),
          "leave the key out, or give the term a value for each key");
    } else if (literal(key) != null) {
      literal(term, key);
    } else if (term.keys() != null) {
      declared(term, key, scope);
    } else if (scope.type(key).isField(Exam.class, "level")) {
      levels(rule, term, key);
    } else {
      open(term, key);
    }
  }

  /** The key that a look-up gives: behind the name, unless a day for the value stands there. */
  private static Expression key(Call call, Scope scope) {
    List<Expression> arguments = call.arguments();
    if (arguments.size() < WITH_KEY) {
      return null;
    }
    Expression second = arguments.get(1);
    boolean isDay = scope.type(second).type() == Day.class;
    return (arguments.size() == WITH_KEY && isDay) ? null : second;
  }

  /** The key that is written out, or null. */
  private static String literal(Expression key) {
    return key instanceof Literal literal && literal.value() != null
        ? literal.value().toString()
        : key.literalText();
  }

  private void literal(Term term, Expression key) {
    String text = literal(key);
    if (term.values().stream().anyMatch(value -> !value.has(text))) {
      add(
          "unknown-key",
          key.inside(),
          "term `%s` has no value for `%s`".formatted(term.name(), text),
          DidYouMean.oneOf(text, allKeys(term)));
    }
  }

  /**
   * A key of a term that says what its keys are: every one of those has a value, so the key need
   * only be one of them.
   */
  private void declared(Term term, Expression key, Scope scope) {
    Typed type = scope.type(key);
    boolean has = keys(term).stream().allMatch(keys -> keys.contains(Term.DEFAULT));
    if (!has && !isOne(term.keys().of(), key, type, scope)) {
      add(
          "open-key",
          key.span(),
          "it cannot be seen that `%s` is a key of term `%s`, which goes by %s"
              .formatted(key.text(), term.name(), named(term.keys())),
          "give the term a value for `%s`, which serves all other keys".formatted(Term.DEFAULT));
    } else if (!has && type.owner() != null && mayLack(type)) {
      add(
          "open-key",
          key.span(),
          "`%s` may be missing, and term `%s` has no value for that"
              .formatted(key.text(), term.name()),
          "give the term a value for `%s`, or make the field required".formatted(Term.DEFAULT));
    }
  }

  private static String named(TermKeys keys) {
    return keys.of().isEmpty() ? "its own list" : "`" + keys.of() + "`";
  }

  private static boolean isOne(String of, Expression key, Typed type, Scope scope) {
    return switch (of) {
      case TermKeys.ORDINAL -> type.type() != null && NUMBERS.contains(type.type());
      case TermKeys.LEVEL -> type.isField(Exam.class, "level");
      case TermKeys.EXAM -> type.isField(Exam.class, "code");
      case TermKeys.CERTIFICATION -> type.isField(Certification.class, "code");
      default ->
          (type.type() != null && type.type().isEnum())
              ? type.type().getSimpleName().equals(of)
              : key instanceof Call call && isColumn(of, call, scope);
    };
  }

  /** Whether a call takes the text of a column of the catalogue, such as {@code exam.product}. */
  private static boolean isColumn(String of, Call call, Scope scope) {
    Class<?> owner = call.owner() == null ? null : scope.type(call.owner()).type();
    String row =
        owner == Exam.class
            ? TermKeys.EXAM + "."
            : owner == Certification.class ? TermKeys.CERTIFICATION + "." : "";
    return call.name().equals("text")
        && call.arguments().size() == 1
        && of.equals(row + call.arguments().get(0).literalText());
  }

  /** Whether a field of a record's fact may have no value. */
  private boolean mayLack(Typed type) {
    for (RecordList list : pack.record().lists()) {
      RecordField field = list.item().field(type.field());
      if (list.item().name().equals(type.owner().getSimpleName()) && field != null) {
        return !field.isSure();
      }
    }
    return false;
  }

  /** The levels of all exams that the rule may mean must have a value. */
  private void levels(RuleSource rule, Term term, Expression key) {
    Predicate<Exam> meant = new ExamFilter(rule).of(owner(key));
    Set<String> missing =
        pack.catalogue().exams().stream()
            .filter(meant)
            .map(Exam::level)
            .filter(level -> keys(term).stream().anyMatch(keys -> lacks(keys, level)))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!missing.isEmpty()) {
      problems.add(
          new Problem(
              "term-without-level",
              drl.files().yaml("terms.yaml").keyAt(term.name()),
              "term `%s` has no value for level %s, which the catalogue has"
                  .formatted(term.name(), String.join(", ", missing)),
              "add the number"));
    }
  }

  private static Expression owner(Expression key) {
    return key instanceof Call call
        ? call.owner()
        : key.parts().isEmpty() ? null : key.parts().get(0);
  }

  /** A key that may be any text. */
  private void open(Term term, Expression key) {
    if (keys(term).stream().anyMatch(keys -> !keys.contains(Term.DEFAULT))) {
      add(
          "open-key",
          key.span(),
          "`%s` may be a key that term `%s` has no value for".formatted(key.text(), term.name()),
          "give the term a value for `%s`, which serves all other keys".formatted(Term.DEFAULT));
    }
  }

  private static boolean lacks(Set<String> keys, String key) {
    return !keys.contains(key) && !keys.contains(Term.DEFAULT);
  }

  private static List<Set<String>> keys(Term term) {
    return term.values().stream().map(value -> value.amounts().keySet()).toList();
  }

  private static Set<String> allKeys(Term term) {
    return keys(term).stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
  }

  private void add(String code, Span at, String message, String help) {
    problems.add(new Problem(code, at.at(drl.files()), message, help));
  }
}
