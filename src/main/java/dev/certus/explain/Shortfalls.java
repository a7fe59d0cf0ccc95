package dev.certus.explain;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.InsertSource;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.engine.Trace.Firing;
import dev.certus.explain.Ground.Kind;
import dev.certus.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the first step at which rules fall short of a match, and what it fails on. */
final class Shortfalls {

  /** How many facts or rules are told that fail alike. */
  private static final int SHOWN = 3;

  private static final Pattern FLAG = Pattern.compile("(!?)\\s*(\\w+)");
  private static final Pattern EQUALITY = Pattern.compile("(\\w+)\\s*==\\s*(.+)");

  /** How far it is told why facts are missing that the rules derive. */
  private static final int DEEPEST = 3;

  private final RuleBook book;
  private final Probes probes;
  private final Set<RuleSource> untried = new LinkedHashSet<>();
  private final Set<RuleSource> told = new LinkedHashSet<>();
  private Function<Object, Ground> teller;

  Shortfalls(RuleBook book, Probes probes) {
    this.book = book;
    this.probes = probes;
    startAnew();
  }

  /** The rules that would have to be tried to tell more. */
  Set<RuleSource> untried() {
    return untried;
  }

  /** Has all be told that was told of another decision. */
  final void startAnew() {
    told.clear();
    teller = probes.explainer().teller();
  }

  /** How a rule falls short with those of its matches that matter; null where it does not. */
  NearMiss of(RuleSource rule, Predicate<Firing> matters) {
    return of(rule, matters, 0);
  }

  private NearMiss of(RuleSource rule, Predicate<Firing> matters, int depth) {
    List<Step> steps = probes.steps(rule);
    int reached = steps.size() - 1;
    while (reached >= 0 && probes.reaching(rule, reached).stream().noneMatch(matters)) {
      reached--;
    }
    if (reached == steps.size() - 1) {
      return null;
    }
    told.add(rule);
    int failed = reached + 1;
    List<Firing> nearest =
        reached < 0 ? List.of() : probes.reaching(rule, reached).stream().filter(matters).toList();
    Step step = steps.get(failed);
    List<Ground> grounds =
        step.contrary() != null
            ? blocking(rule, failed, matters)
            : step.condition() == null ? none(step) : failing(step, nearest);
    Span span = span(step);
    return new NearMiss(
        book.rules().get(rule.name()),
        steps.size() - failed,
        code(step),
        span.at(book.files()),
        grounds,
        step.contrary() == null ? missing(step, nearest, depth) : List.of());
  }

  private static Span span(Step step) {
    return step.condition() != null
        ? step.condition().span()
        : step.element().pattern() != null ? step.element().pattern().whole() : null;
  }

  private static String code(Step step) {
    String code =
        step.condition() != null
            ? step.condition().expression()
            : step.element().isPattern() && step.contrary() == null
                ? step.element().asked()
                : step.element().code();
    return code.replaceAll("\\s+", " ");
  }

  private List<Ground> blocking(RuleSource rule, int step, Predicate<Firing> matters) {
    List<Object> facts =
        probes.against(rule, step).stream()
            .filter(matters)
            .map(Shortfalls::last)
            .distinct()
            .toList();
    return shown(facts, teller);
  }

  /** That the record has no such fact; of facts that rules derive, these rules are told. */
  private List<Ground> none(Step step) {
    PatternSource pattern = step.element().pattern();
    return pattern == null || book.drl().type(pattern.type()) != null
        ? List.of()
        : List.of(Ground.of(Kind.ABSENCE, "there is no " + Wording.type(pattern.type())));
  }

  private List<Ground> failing(Step step, List<Firing> nearest) {
    Map<Object, Firing> firings = new LinkedHashMap<>();
    nearest.forEach(firing -> firings.putIfAbsent(last(firing), firing));
    return shown(
        firings.keySet(),
        fact -> probes.explainer().failing(step.condition(), fact, firings.get(fact).bindings()));
  }

  /** The first facts, and how many more there are. */
  private static List<Ground> shown(Collection<Object> facts, Function<Object, Ground> ground) {
    List<Ground> grounds = new ArrayList<>(facts.stream().limit(SHOWN).map(ground).toList());
    if (facts.size() > SHOWN) {
      grounds.add(Ground.of(Kind.FACT, "and %d more".formatted(facts.size() - SHOWN)));
    }
    return grounds;
  }

  private static Object last(Firing firing) {
    return firing.grounds().get(firing.grounds().size() - 1);
  }

  /** Why no rule derived a fact as the step asks for it. */
  private List<NearMiss> missing(Step step, List<Firing> nearest, int depth) {
    boolean asksForOne = step.condition() == null || isJoin(step.condition());
    if (!step.element().isPattern() || !asksForOne || depth == DEEPEST) {
      return List.of();
    }
    Map<String, Object> wanted = wanted(step, nearest);
    List<RuleSource> deriving = book.drl().deriving(step.element().pattern().type());
    deriving.stream().filter(rule -> !probes.have(rule)).forEach(untried::add);
    return deriving.stream()
        .filter(probes::have)
        .filter(rule -> !told.contains(rule) && mayDerive(rule, Map.of(), wanted))
        .map(rule -> of(rule, firing -> mayDerive(rule, firing.bindings(), wanted), depth + 1))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(NearMiss::left))
        .limit(SHOWN)
        .toList();
  }

  private static boolean isJoin(ConditionSource condition) {
    Matcher equality = EQUALITY.matcher(condition.expression());
    return equality.matches() && equality.group(2).startsWith("$");
  }

  /** The values that the step's pattern asks for, as far as one of the nearest matches tells. */
  private Map<String, Object> wanted(Step step, List<Firing> nearest) {
    Map<String, Object> bindings = nearest.isEmpty() ? Map.of() : nearest.get(0).bindings();
    Values values = new Values(book.pack().terms(), null, bindings);
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (ConditionSource condition : step.element().pattern().conditions()) {
      Matcher equality = EQUALITY.matcher(condition.expression());
      Matcher flag = FLAG.matcher(condition.expression());
      if (equality.matches()) {
        try {
          wanted.put(equality.group(1), values.of(equality.group(2)));
        } catch (Values.Unknown e) {
          // a constant, or a variable that is bound later
        }
      } else if (flag.matches() && condition.binding() == null) {
        wanted.put(flag.group(2), flag.group(1).isEmpty());
      }
    }
    return wanted;
  }

  private boolean mayDerive(
      RuleSource rule, Map<String, Object> bindings, Map<String, Object> wanted) {
    Values values = new Values(book.pack().terms(), null, bindings);
    return rule.inserts().stream().anyMatch(insert -> mayHave(insert, wanted, values));
  }

  /** Whether an inserted fact would have certain values, as far as those in sight tell. */
  private boolean mayHave(InsertSource insert, Map<String, Object> wanted, Values values) {
    List<String> fields = book.drl().fields(insert.type());
    return wanted.entrySet().stream()
        .filter(want -> fields.contains(want.getKey()))
        .allMatch(
            want ->
                mayBe(want.getValue(), insert.arguments(), fields.indexOf(want.getKey()), values));
  }

  private static boolean mayBe(
      Object wanted, List<dev.certus.drl.Expression> arguments, int field, Values values) {
    try {
      return field >= arguments.size()
          || Objects.equals(wanted, values.of(arguments.get(field).text()));
    } catch (Values.Unknown e) {
      return true;
    }
  }
}
