package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.Exam;
import dev.certus.pack.Pack;
import dev.certus.pack.Term;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problem;
import dev.certus.types.Scope;
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
      Set.of("after", "before", "afterAsOf", "beforeAsOf", "count", "score", "money");

  private static final int WITH_KEY = 3;

  /** The end of names of methods that take a day for the value, and no key. */
  private static final String AS_OF = "AsOf";

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
    if (call.arguments().size() < WITH_KEY || call.name().endsWith(AS_OF)) {
      if (keys(term).stream().anyMatch(keys -> !keys.contains(Term.ANY))) {
        add(
            "term-without-key",
            at,
            "term `%s` has a value for each key, but no key is given".formatted(term.name()),
            "give one of %s, between the name and the day".formatted(allKeys(term)));
      }
      return;
    }
    Expression key = call.arguments().get(1);
    if (keys(term).stream().anyMatch(keys -> keys.contains(Term.ANY))) {
      add(
          "term-without-key",
          key.inside(),
          "term `%s` has one value, not values by key".formatted(term.name()),
          "leave the key out, or give the term a value for each key");
    } else if (key.literalText() != null) {
      literal(term, key);
    } else if (scope.type(key).isField(Exam.class, "level")) {
      levels(rule, term, key);
    } else {
      open(term, key);
    }
  }

  private void literal(Term term, Expression key) {
    if (keys(term).stream().anyMatch(keys -> lacks(keys, key.literalText()))) {
      add(
          "unknown-key",
          key.inside(),
          "term `%s` has no value for `%s`".formatted(term.name(), key.literalText()),
          DidYouMean.oneOf(key.literalText(), allKeys(term)));
    }
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
