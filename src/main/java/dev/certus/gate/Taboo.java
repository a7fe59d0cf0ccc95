package dev.certus.gate;

import dev.certus.drl.DottedName;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.Expression.New;
import dev.certus.drl.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An expression that a rule must do without.
 *
 * @param code the kind of problem
 * @param at its place
 * @param message what is wrong
 * @param help what to do instead
 */
record Taboo(String code, Span at, String message, String help) {

  /** Drools reads such texts as dates, by the locale of the machine. */
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*|\\d{1,2}-[A-Za-z]{3}-\\d{4}.*");

  private static final Set<String> CLOCK_TYPES = Set.of("Clock", "InstantSource");
  private static final Set<String> CLOCK_CALLS =
      Set.of("now", "dateNow", "currentTimeMillis", "nanoTime");
  private static final Set<String> DATES =
      Set.of("LocalDate", "Instant", "OffsetDateTime", "ZonedDateTime");
  private static final Set<String> MAKES_DATE = Set.of("of", "parse");
  private static final Set<String> CHANGES =
      Set.of("insertLogical", "modify", "update", "retract", "delete");
  private static final Set<String> ELAPSED_TYPES = Set.of("Duration", "ChronoUnit");
  private static final Set<String> ELAPSED_CALLS =
      Set.of("plusHours", "plusMinutes", "plusSeconds", "toHours", "toMillis");
  private static final Set<String> ELAPSED_OPERATORS =
      Set.of("after", "before", "coincides", "during", "includes", "meets", "overlaps");

  /** What is wrong, and with what. */
  String text() {
    return "%s: `%s`".formatted(message, at.text());
  }

  /** The taboos that an expression itself breaks, not those of its parts. */
  static List<Taboo> of(Expression expression) {
    return Stream.of(clock(expression), date(expression), action(expression), elapsed(expression))
        .filter(taboo -> taboo != null)
        .toList();
  }

  private static Taboo clock(Expression expression) {
    boolean reads =
        (expression instanceof Call call && CLOCK_CALLS.contains(call.name()) && isOfType(call))
            || (expression instanceof New created
                && DottedName.last(created.type()).equals("Date"));
    boolean names = CLOCK_TYPES.contains(name(expression));
    return reads || names
        ? new Taboo(
            "clock-in-rule",
            names ? nameAt(expression) : nameOf(expression),
            "a rule reads the clock",
            "ask for `Candidate( $now : now )`: the instant that is decided for")
        : null;
  }

  private static Taboo date(Expression expression) {
    if (expression.literalText() != null) {
      return date(expression.inside());
    }
    return expression instanceof Call call
            && MAKES_DATE.contains(call.name())
            && DATES.contains(name(call.owner()))
        ? dateAt(nameAt(call.owner()))
        : null;
  }

  /** The taboo that a text breaks which is a date; null where it is none. */
  static Taboo date(Span text) {
    return DATE.matcher(text.text()).matches() ? dateAt(text) : null;
  }

  private static Taboo dateAt(Span at) {
    return new Taboo(
        "date-in-rule",
        at,
        "a date in a rule",
        "let a term or a row of the catalogue say from when it holds");
  }

  private static Taboo action(Expression expression) {
    if (!(expression instanceof Call call) || !isEngine(call)) {
      return null;
    }
    if (CHANGES.contains(call.name())) {
      return new Taboo(
          "forbidden-action",
          call.nameAt(),
          "a rule changes or takes back facts",
          "derive a new fact; an exception is a `not`");
    }
    return isOtherInsert(call)
        ? new Taboo(
            "forbidden-action",
            call.nameAt(),
            "a rule inserts a fact that is not created there, so its type is unknown",
            "write `insert( new … )`")
        : null;
  }

  /** Whether an expression inserts something else than a new fact. */
  static boolean isOtherInsert(Expression expression) {
    return expression instanceof Call call
        && isEngine(call)
        && call.name().equals("insert")
        && !(call.arguments().size() == 1 && call.arguments().get(0) instanceof New);
  }

  private static boolean isEngine(Call call) {
    return call.owner() == null || call.isOf("drools") || call.isOf("kcontext");
  }

  private static Taboo elapsed(Expression expression) {
    Span at = null;
    if (ELAPSED_TYPES.contains(name(expression))) {
      at = nameAt(expression);
    } else if (expression instanceof Call call && ELAPSED_CALLS.contains(call.name())) {
      at = call.nameAt();
    } else if (expression instanceof Comparison comparison
        && ELAPSED_OPERATORS.stream().anyMatch(comparison.operator()::contains)) {
      at = comparison.operatorAt();
    }
    return at == null
        ? null
        : new Taboo(
            "elapsed-for-calendar",
            at,
            "a rule reckons in elapsed time by itself",
            "use terms.after or terms.before: the term's unit says whether days or hours count");
  }

  private static boolean isOfType(Call call) {
    String owner = name(call.owner());
    return !owner.isEmpty() && Character.isUpperCase(owner.charAt(0));
  }

  /** The last name of a path, or an empty text. */
  private static String name(Expression expression) {
    return expression instanceof Member member
        ? member.name()
        : expression instanceof Name name ? name.name() : "";
  }

  private static Span nameAt(Expression expression) {
    return expression instanceof Member member ? member.nameAt() : expression.span();
  }

  /** The place of the type whose clock is read. */
  private static Span nameOf(Expression expression) {
    return expression instanceof Call call ? nameAt(call.owner()) : expression.span();
  }
}
