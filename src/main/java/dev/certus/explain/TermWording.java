package dev.certus.explain;

import dev.certus.drl.Code;
import dev.certus.explain.Ground.Kind;
import dev.certus.pack.Term;
import dev.certus.pack.Terms;
import dev.certus.pack.Unit;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which numbers of the policy an expression uses, and what they come to. */
final class TermWording {

  private static final Pattern CALL =
      Pattern.compile("\\bterms\\s*\\.\\s*(after|before|count|score|money)\\s*\\(");

  private final Terms terms;
  private final Wording wording;

  TermWording(Terms terms, Wording wording) {
    this.terms = terms;
    this.wording = wording;
  }

  /** The terms that a piece of DRL looks up, each once; those without a value here are left out. */
  Set<Ground> in(String code, Values values) {
    Set<Ground> used = new LinkedHashSet<>();
    Matcher call = CALL.matcher(code);
    while (call.find()) {
      int end = Code.closing(code, call.end());
      List<String> arguments = Code.split(code.substring(call.end(), end), ",");
      try {
        List<Object> given = new ArrayList<>();
        for (String argument : arguments) {
          given.add(values.of(argument));
        }
        Object result = values.of(code.substring(call.start(), end + 1));
        used.add(ground(call.group(1), given, result));
      } catch (Values.Unknown e) {
        // another alternative of the condition, or nothing to look up here
      }
    }
    return used;
  }

  private Ground ground(String method, List<Object> given, Object result) {
    Term term =
        terms.all().stream().filter(t -> t.name().equals(given.get(0))).findFirst().orElseThrow();
    Object day = given.get(given.size() - 1);
    String key = given.size() > 2 ? given.get(1).toString() : Term.ANY;
    String value = amount(term, term.amount(key, date(day)).toPlainString());
    String of = key.isEmpty() ? "" : " for " + key;
    boolean period = method.equals("after") || method.equals("before");
    String text =
        period
            ? "%s%s is %s, counted %s %s: %s"
                .formatted(
                    term.name(),
                    of,
                    value,
                    method.equals("after") ? "from" : "back from",
                    wording.word(day),
                    wording.word(result))
            : "%s%s is %s on %s".formatted(term.name(), of, value, wording.word(day));
    return new Ground(Kind.TERM, text, term.reference(), null, List.of());
  }

  private static LocalDate date(Object day) {
    return day instanceof Moment moment ? moment.day().date() : ((Day) day).date();
  }

  private static String amount(Term term, String number) {
    if (term.unit() == Unit.MONEY) {
      return term.currency() + " " + number;
    }
    boolean bare = term.unit() == Unit.COUNT || term.unit() == Unit.SCORE;
    String unit = term.unit().toString().replace('-', ' ');
    return bare
        ? number
        : number + " " + (number.equals("1") ? unit.substring(0, unit.length() - 1) : unit);
  }
}
