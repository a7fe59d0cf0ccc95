package dev.certus.explain;

import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleDates;
import dev.certus.drl.RuleSource;
import dev.certus.engine.Trace.Firing;
import dev.certus.explain.Evidence.Kind;
import dev.certus.record.FactName;
import dev.certus.rulebook.RuleBook;
import dev.certus.time.Day;
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

/** Finds the first step at which rules fall short of a match, and what it fails on. */
final class Shortfalls {

  /** How many facts or rules that fail alike are shown. */
  private static final int SHOWN = 3;

  /** How far the absence of derived facts is followed. */
  private static final int DEEPEST = 3;

  private final RuleBook book;
  private final Probes probes;
  private final Set<RuleSource> untried = new LinkedHashSet<>();
  private final Set<RuleSource> shown = new LinkedHashSet<>();
  private Function<Object, Evidence> evidence;

  Shortfalls(RuleBook book, Probes probes) {
    this.book = book;
    this.probes = probes;
    startAnew();
  }

  /** The rules that must be tried for a fuller answer. */
  Set<RuleSource> untried() {
    return untried;
  }

  /** Forgets what was shown for another decision, so that it is shown again. */
  final void startAnew() {
    shown.clear();
    evidence = probes.explainer().evidence();
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
      return notInForce(rule, probes.reaching(rule, reached).stream().filter(matters).toList());
    }
    shown.add(rule);
    int failed = reached + 1;
    List<Firing> nearest =
        reached < 0 ? List.of() : probes.reaching(rule, reached).stream().filter(matters).toList();
    Step step = steps.get(failed);
    return new NearMiss(
        book.rules().get(rule.name()),
        steps.size() - failed,
        step.asked(),
        step.at().at(book.files()),
        grounds(rule, failed, nearest, matters),
        step.contrary() == null ? missing(step, nearest, depth) : List.of());
  }

  /** How a dated rule falls short whose other conditions hold; null where it is in force. */
  private NearMiss notInForce(RuleSource rule, List<Firing> nearest) {
    RuleDates dates = book.drl().dates(rule);
    if (dates == null || dates.day() == null) {
      return null;
    }
    String variable = dates.day().binding();
    for (Firing firing : nearest) {
      if (!(firing.bindings().get(variable) instanceof Day day) || dates.holdOn(day.shown())) {
        return null;
      }
    }
    String asked = words(dates);
    return new NearMiss(
        book.rules().get(rule.name()),
        1,
        asked,
        rule.nameAt().at(book.files()),
        first(
            nearest.stream().map(firing -> firing.bindings().get(variable)).distinct().toList(),
            day -> Evidence.of(Kind.FACT, "%s is %s".formatted(variable, day))),
        List.of());
  }

  private List<Evidence> grounds(
      RuleSource rule, int failed, List<Firing> nearest, Predicate<Firing> matters) {
    Step step = probes.steps(rule).get(failed);
    if (step.contrary() != null) {
      return blocking(rule, failed, matters);
    }
    return step.condition() == null ? none(step) : failing(step, nearest);
  }

  private static String words(RuleDates dates) {
    String from = dates.from() == null ? "" : " from " + dates.from();
    String until = dates.until() == null ? "" : " until " + dates.until();
    return "the rule is in force" + from + until;
  }

  private List<Evidence> blocking(RuleSource rule, int step, Predicate<Firing> matters) {
    List<Object> facts =
        probes.against(rule, step).stream()
            .filter(matters)
            .map(Shortfalls::last)
            .distinct()
            .toList();
    return first(facts, evidence);
  }

  /** The absence of such a fact in the record; the rules that derive others are shown instead. */
  private List<Evidence> none(Step step) {
    PatternSource pattern = step.element().pattern();
    return pattern == null || book.drl().type(pattern.type()) != null
        ? List.of()
        : List.of(Evidence.of(Kind.ABSENCE, "there is no " + FactName.words(pattern.type())));
  }

  private List<Evidence> failing(Step step, List<Firing> nearest) {
    Map<Object, Firing> firings = new LinkedHashMap<>();
    nearest.forEach(firing -> firings.putIfAbsent(last(firing), firing));
    return first(
        firings.keySet(),
        fact -> probes.explainer().failing(step.condition(), fact, firings.get(fact).bindings()));
  }

  /** The first facts, and how many more there are. */
  private static List<Evidence> first(
      Collection<Object> facts, Function<Object, Evidence> evidence) {
    List<Evidence> grounds = new ArrayList<>(facts.stream().limit(SHOWN).map(evidence).toList());
    if (facts.size() > SHOWN) {
      grounds.add(Evidence.of(Kind.FACT, "and %d more".formatted(facts.size() - SHOWN)));
    }
    return grounds;
  }

  private static Object last(Firing firing) {
    return firing.matched().get(firing.matched().size() - 1);
  }

  /** Why no rule derived a fact as the step asks for it. */
  private List<NearMiss> missing(Step step, List<Firing> nearest, int depth) {
    boolean asksForOne = step.condition() == null || WantedFact.isJoin(step.condition());
    PatternSource pattern = step.element().pattern();
    if (pattern == null || !asksForOne || depth == DEEPEST) {
      return List.of();
    }
    Map<String, Object> bindings = nearest.isEmpty() ? Map.of() : nearest.get(0).bindings();
    WantedFact wanted = new WantedFact(pattern, values(bindings));
    List<RuleSource> deriving = book.drl().deriving(pattern.type());
    deriving.stream().filter(rule -> !probes.have(rule)).forEach(untried::add);
    return deriving.stream()
        .filter(probes::have)
        .filter(rule -> !shown.contains(rule) && mayDerive(rule, Map.of(), wanted))
        .map(rule -> of(rule, firing -> mayDerive(rule, firing.bindings(), wanted), depth + 1))
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(NearMiss::left))
        .limit(SHOWN)
        .toList();
  }

  private boolean mayDerive(RuleSource rule, Map<String, Object> bindings, WantedFact wanted) {
    Values values = values(bindings);
    return rule.inserts().stream()
        .anyMatch(insert -> wanted.mayBe(insert, book.drl().fields(insert.type()), values));
  }

  private Values values(Map<String, Object> bindings) {
    return new Values(book.pack().terms(), null, bindings);
  }
}
