package dev.certus.gate;

import dev.certus.pack.Term;
import dev.certus.pack.Unit;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import dev.certus.time.Moment;
import org.objectweb.asm.Type;

/**
 * A call of a method of {@link dev.certus.pack.Terms}.
 *
 * @param method the method's name
 * @param toMoment whether it adds a term to a moment, not to a day
 */
record TermUse(String method, boolean toMoment) {

  private static final String MOMENT = Type.getDescriptor(Moment.class);

  /** The call of a method with a descriptor. */
  static TermUse of(String method, String descriptor) {
    return new TermUse(method, descriptor.contains(MOMENT + ")"));
  }

  /** Whether a term of that unit can be used so. */
  boolean fits(Unit unit) {
    return switch (method) {
      case "after", "before" -> toMoment ? unit.isElapsed() : unit.isCalendar();
      case "count" -> unit == Unit.COUNT;
      case "score" -> unit == Unit.SCORE;
      case "percent" -> unit == Unit.PERCENT;
      case "date" -> unit == Unit.DATE;
      default -> unit == Unit.MONEY;
    };
  }

  /** That a term cannot be used so. */
  Problem problem(Term term, Location at) {
    boolean elapsed = toMoment && term.unit().isCalendar();
    return new Problem(
        elapsed ? "elapsed-for-calendar" : "wrong-unit",
        at,
        "term `%s` is in %s, but %s".formatted(term.name(), term.unit(), how()),
        help(term.unit()));
  }

  private String how() {
    boolean reckons = method.startsWith("after") || method.startsWith("before");
    return !reckons
        ? "terms.%s takes another unit".formatted(method)
        : toMoment
            ? "is reckoned here from a moment, in elapsed time"
            : "is reckoned here from a day";
  }

  private String help(Unit unit) {
    if (unit.isCalendar()) {
      return "give terms.after or terms.before a day, such as the fact's `day`";
    }
    return switch (unit) {
      case ELAPSED_HOURS, ELAPSED_MINUTES ->
          "give terms.after or terms.before a moment, such as `startsAt`";
      case MONEY -> "ask terms.money or terms.currency";
      default -> "ask terms.%s".formatted(unit);
    };
  }
}
