package dev.certus.explain;

import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.explain.Evidence.Kind;
import dev.certus.explain.Values.Known;
import dev.certus.pack.Term;
import dev.certus.pack.TermKeys;
import dev.certus.pack.Terms;
import dev.certus.pack.Unit;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which numbers of the policy an expression uses, and what they amount to. */
final class TermWording {

  private final Terms terms;
  private final Wording wording;

  TermWording(Terms terms, Wording wording) {
    this.terms = terms;
    this.wording = wording;
  }

  /** The terms that an expression looks up, each once; those without a value here are left out. */
  Set<Evidence> in(Expression expression, Values values) {
    return of(expression.all(), values);
  }

  /** The terms that some expressions look up, but not those that expressions within them do. */
  Set<Evidence> of(Stream<Expression> expressions, Values values) {
    return expressions
        .map(expression -> expression instanceof Call call ? used(call, values) : null)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** A look-up of a term on a day or from a moment; null for any other call. */
  private Evidence used(Call call, Values values) {
    if (!call.isOf("terms") || call.arguments().size() < 2) {
      return null;
    }
    List<Object> given =
        call.arguments().stream()
            .map(values::of)
            .flatMap(Optional::stream)
            .map(Known::value)
            .filter(Objects::nonNull)
            .toList();
    Optional<Known> result = values.of(call);
    return given.size() < call.arguments().size() || result.isEmpty()
        ? null
        : evidence(call.name(), given, result.get().value());
  }

  private Evidence evidence(String method, List<Object> given, Object result) {
    Term term =
        terms.all().stream().filter(t -> t.name().equals(given.get(0))).findFirst().orElseThrow();
    Object day = given.get(given.size() - 1);
    Object second = given.size() > 2 ? given.get(given.size() - 2) : null;
    boolean isAsOf = second instanceof Day;
    Object on = isAsOf ? second : day;
    boolean keyed = given.size() > (isAsOf ? 3 : 2);
    String key = keyed ? TermKeys.key(given.get(1)) : Term.ANY;
    String name = term.name() + (key.isEmpty() ? "" : " for " + key);
    String value = amount(term, term.unit().written(term.amount(key, day(on))));
    return new Evidence(
        Kind.TERM,
        text(name, isAsOf ? value + " on " + wording.word(on) : value, method, day, result),
        term.reference(),
        null,
        List.of());
  }

  private String text(String name, String value, String method, Object day, Object result) {
    boolean back = method.startsWith("before");
    if (!back && !method.startsWith("after")) {
      return "%s is %s on %s".formatted(name, value, wording.word(day));
    }
    return "%s is %s, counted %s %s: %s"
        .formatted(
            name, value, back ? "back from" : "from", wording.word(day), wording.word(result));
  }

  private static Day day(Object day) {
    return day instanceof Moment moment ? moment.day() : (Day) day;
  }

  private static String amount(Term term, String number) {
    if (term.unit() == Unit.MONEY) {
      return term.currency() + " " + number;
    }
    boolean bare =
        term.unit() == Unit.COUNT
            || term.unit() == Unit.SCORE
            || term.unit() == Unit.DATE
            || number.equals(Term.NEVER_WORD);
    String unit = term.unit().toString().replace('-', ' ');
    return bare
        ? number
        : number + " " + (number.equals("1") ? unit.substring(0, unit.length() - 1) : unit);
  }
}
