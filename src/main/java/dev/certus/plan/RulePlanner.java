package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.drools.model.AccumulatePattern;
import org.drools.model.Argument;
import org.drools.model.Binding;
import org.drools.model.Condition;
import org.drools.model.Consequence;
import org.drools.model.Constraint;
import org.drools.model.Declaration;
import org.drools.model.Global;
import org.drools.model.Pattern;
import org.drools.model.Value;
import org.drools.model.Variable;
import org.drools.model.functions.accumulate.AccumulateFunction;

/** Plans one branch of a rule: from its conditions to steps. */
@SuppressWarnings("rawtypes") // the model has no types of its own
final class RulePlanner {

  private final RuleInfo rule;
  private final List<String> globals;
  private final FactLists lists;
  private final Predicate<Class<?>> isComplete;
  private final Slots slots;
  private final List<Integer> joined = new ArrayList<>(); // the list of each pattern by its place
  private final List<Integer> matched = new ArrayList<>();
  private final List<Fire.Gathering> gathered = new ArrayList<>();
  private List<Integer> inner; // where facts go that are gathered; null outside of accumulate
  private final Lookups lookups;
  private int depth; // of existences and accumulates

  /**
   * A planner for a rule.
   *
   * @param globals the names of the globals, in the order of their slots
   * @param lists takes the lists of facts that the rule asks for
   * @param isComplete whether all facts of a type are there before the rule's phase begins
   */
  RulePlanner(
      RuleInfo rule, List<String> globals, FactLists lists, Predicate<Class<?>> isComplete) {
    this.rule = rule;
    this.globals = globals;
    this.lists = lists;
    this.isComplete = isComplete;
    this.slots = new Slots(globals);
    this.lookups = new Lookups(lists.indexes());
  }

  /** Makes the step that stands before another one, which is planned later. */
  private interface Pending {
    PlanStep before(PlanStep next);
  }

  /**
   * Plans a branch.
   *
   * @throws UnknownShapeException where it has a part that the planner does not know
   */
  PlannedRule plan(List<Condition> branch, Consequence consequence) {
    List<Pending> steps = steps(branch);
    List<Check> before = new ArrayList<>();
    List<Variable> variables = List.of(consequence.getVariables());
    slots.require(variables, before);
    PlanStep fire =
        new Fire(
            rule,
            Check.all(before),
            consequence.getBlock(),
            consequence.isUsingDrools(),
            variables.stream().map(slots::of).toList(),
            List.copyOf(matched),
            gathered);
    return new PlannedRule(new Branch(rule, List.copyOf(joined)), chained(steps, fire));
  }

  /** How many slots the branch needs. */
  int width() {
    return slots.width();
  }

  private List<Pending> steps(List<Condition> conditions) {
    List<Pending> steps = new ArrayList<>();
    for (Condition condition : Results.afterTheirAccumulates(conditions)) {
      if (condition.getType() != Condition.Type.CONSEQUENCE) { // it is the rule's only one
        steps.add(step(condition));
      }
    }
    return steps;
  }

  private static PlanStep chained(List<Pending> steps, PlanStep last) {
    PlanStep first = last;
    for (int i = steps.size() - 1; i >= 0; i--) {
      first = steps.get(i).before(first);
    }
    return first;
  }

  private Pending step(Condition condition) {
    return switch (condition.getType()) {
      case PATTERN -> pattern((Pattern) condition);
      case ACCUMULATE -> accumulate((AccumulatePattern) condition);
      case NOT -> existence(condition, false);
      case EXISTS -> existence(condition, true);
      case FORALL -> forall(condition);
      default ->
          throw new UnknownShapeException("it has a condition of the kind " + condition.getType());
    };
  }

  private Pending pattern(Pattern<?> pattern) {
    Variable<?> variable = pattern.getPatternVariable();
    if (slots.has(variable)) {
      Check checks = checks(pattern, Checks.parts(pattern.getConstraint()));
      return next -> new Filter(checks, next);
    }
    if (variable instanceof Declaration<?> declared && declared.getSource() != null) {
      return drawn(pattern, declared);
    }
    if (pattern.isPassive()) {
      throw new UnknownShapeException("it has a passive pattern");
    }
    return joined(pattern);
  }

  private Pending joined(Pattern<?> pattern) {
    Class<?> type = complete(pattern.getPatternVariable().getType());
    List<Constraint> alone = new ArrayList<>();
    List<Constraint> others = new ArrayList<>();
    for (Constraint constraint : Checks.parts(pattern.getConstraint())) {
      boolean isAlone =
          others.isEmpty()
              && Checks.variables(constraint).stream()
                  .allMatch(v -> v == pattern.getPatternVariable() || v instanceof Global);
      (isAlone ? alone : others).add(constraint);
    }
    int fact = globals.size();
    int list = lists.list(type, alone, v -> v instanceof Global ? slots.of(v) : fact).number();
    int place = depth > 0 ? -1 : joined.size();
    if (depth == 0) {
      joined.add(list);
    }
    Check before = before(others);
    List<Join.Index> byValue = lookups.byValue(list, place, pattern, others, slots);
    int slot = take(pattern);
    Check checks = checks(pattern, others);
    return next -> {
      List<Join.Index> indexes = new ArrayList<>(byValue);
      indexes.addAll(lookups.byPivot(list, pattern)); // later patterns are planned by now
      return new Join(list, indexes, slot, place, before, checks, next);
    };
  }

  /** A type all of whose facts are there, if it is asked for all of them. */
  private Class<?> complete(Class<?> type) {
    if (depth > 0 && !isComplete.test(type)) {
      throw new UnknownShapeException(
          "it asks whether there is a `%s`, which rules of its own phase derive"
              .formatted(type.getSimpleName()));
    }
    return type;
  }

  private Pending drawn(Pattern<?> pattern, Declaration<?> declared) {
    Drawing source = Drawing.of(declared.getSource());
    List<Check> before = new ArrayList<>();
    slots.require(source.variables(), before);
    Drawn.Source drawing = source.of(slots::of);
    Class<?> type = declared.getType();
    int slot = take(pattern);
    Check checks = checks(pattern, Checks.parts(pattern.getConstraint()));
    return next -> new Drawn(drawing, type, slot, Check.all(before), checks, next);
  }

  /** A slot for the fact that a pattern takes. */
  private int take(Pattern<?> pattern) {
    int slot = slots.add(pattern.getPatternVariable());
    if (inner != null) {
      inner.add(slot);
    } else if (depth == 0) {
      matched.add(slot);
    }
    return slot;
  }

  /** What constraints need of earlier patterns and is the same for each fact. */
  private Check before(List<Constraint> constraints) {
    List<Check> before = new ArrayList<>();
    for (Constraint constraint : constraints) {
      slots.require(Checks.variables(constraint), before);
    }
    return Check.all(before);
  }

  /** A pattern's constraints, and what they need of the pattern's own bindings. */
  private Check checks(Pattern<?> pattern, List<Constraint> constraints) {
    for (Binding binding : pattern.getBindings()) {
      slots.bind(binding);
    }
    List<Check> checks = new ArrayList<>();
    for (Constraint constraint : constraints) {
      slots.require(Checks.variables(constraint), checks);
      checks.add(Checks.of(constraint, slots::of));
    }
    return Check.all(checks);
  }

  private Pending existence(Condition condition, boolean wanted) {
    List<Condition> conditions = new ArrayList<>();
    for (Condition one : condition.getSubConditions()) {
      conditions.addAll(conjunction(one));
    }
    PlanStep first = apart(null, () -> chained(steps(conditions), Existence.FOUND));
    return next -> new Existence(wanted, first, next);
  }

  /** There is no fact of the first pattern that the second does not match. */
  private Pending forall(Condition condition) {
    List<Condition> patterns = new ArrayList<>();
    condition.getSubConditions().forEach(one -> patterns.addAll(conjunction(one)));
    Pattern<?> first = (Pattern<?>) patterns.get(0);
    Pattern<?> second = (Pattern<?>) patterns.get(patterns.size() - 1);
    if (patterns.size() > 2) {
      throw new UnknownShapeException("it has a `forall` of more than two patterns");
    }
    boolean isOne = patterns.size() == 1;
    PlanStep exception =
        apart(
            null,
            () -> {
              Pending each = isOne ? each(first) : pattern(first);
              int fact = isOne ? slots.width() - 1 : slots.of(first.getPatternVariable());
              return each.before(new Existence(false, same(second, fact), Existence.FOUND));
            });
    return next -> new Existence(false, exception, next);
  }

  /** Each fact of a pattern's type. */
  private Pending each(Pattern<?> pattern) {
    Class<?> type = complete(pattern.getPatternVariable().getType());
    int list = lists.list(type, List.of(), slots::of).number();
    int slot = slots.add(null);
    return next ->
        new Join(list, List.of(), slot, -1, Check.all(List.of()), Check.all(List.of()), next);
  }

  /** A pattern on the fact at a slot. */
  private PlanStep same(Pattern<?> pattern, int fact) {
    Class<?> type = pattern.getPatternVariable().getType();
    int slot = slots.add(pattern.getPatternVariable());
    Check taken =
        (code, other) -> {
          code.load(fact);
          code.store(slot);
          Drawn.isOf(code, type, slot, other);
        };
    Check checks = checks(pattern, Checks.parts(pattern.getConstraint()));
    return new Filter(Check.all(List.of(taken, checks)), Existence.FOUND);
  }

  /**
   * Plans a way through conditions of their own, whose bindings nothing outside may rely on.
   *
   * @param taken where the slots of its facts go, or null where nobody asks for them
   */
  private PlanStep apart(List<Integer> taken, Supplier<PlanStep> way) {
    IdentityHashMap<Variable, Binding> before = slots.pending();
    List<Integer> outer = inner;
    inner = taken;
    depth++;
    PlanStep first = way.get();
    depth--;
    inner = outer;
    slots.restore(before);
    return first;
  }

  private static List<Condition> conjunction(Condition condition) {
    List<List<Condition>> branches = Branches.of(condition);
    if (branches.size() > 1) {
      throw new UnknownShapeException("it has an `or` within an accumulate");
    }
    return branches.get(0);
  }

  private Pending accumulate(AccumulatePattern<?> pattern) {
    if (pattern.getType() != Condition.Type.ACCUMULATE || pattern.isQuerySource()) {
      throw new UnknownShapeException("it groups what it gathers, or gathers from a query");
    }
    if (inner != null || depth > 0) {
      throw new UnknownShapeException("it gathers within another condition");
    }
    int slot = slots.add(null);
    List<Integer> facts = new ArrayList<>();
    List<Gather.Function> functions = new ArrayList<>();
    PlanStep first =
        apart(
            facts,
            () -> {
              List<Pending> steps = steps(conjunction(gathered(pattern)));
              List<Check> needs = new ArrayList<>();
              functions.addAll(functions(pattern, needs));
              PlanStep taken = new Gather.Taken(functions, slot, List.copyOf(facts));
              return chained(steps, needs.isEmpty() ? taken : new Filter(Check.all(needs), taken));
            });
    gathered.add(
        new Fire.Gathering(
            slot, functions.size() == 1 ? functions.get(0).result() : RuleCode.NOTHING));
    return next -> new Gather(functions, slot, first, next);
  }

  private static Condition gathered(AccumulatePattern<?> pattern) {
    return pattern.isCompositePatterns() ? pattern.getCondition() : pattern.getPattern();
  }

  private List<Gather.Function> functions(AccumulatePattern<?> pattern, List<Check> needs) {
    List<Gather.Function> functions = new ArrayList<>();
    for (AccumulateFunction function : pattern.getAccumulateFunctions()) {
      if (function.getExternalVars() != null && function.getExternalVars().length > 0) {
        throw new UnknownShapeException("a function of its accumulate takes more than one value");
      }
      functions.add(
          new Gather.Function(
              function(function.createFunctionObject()),
              value(function.getSource(), needs),
              slots.add(null),
              slots.add(function.getResult())));
    }
    return functions;
  }

  /** The value that a function takes of each match. */
  private Gather.Value value(Argument source, List<Check> needs) {
    if (source == null) {
      return code -> code.load(RuleCode.NOTHING);
    }
    if (source instanceof Value<?> fixed) {
      return fixed.getValue() == null
          ? code -> code.load(RuleCode.NOTHING)
          : code -> code.constant(fixed.getValue(), Object.class);
    }
    Variable variable = (Variable) source;
    slots.require(List.of(variable), needs);
    int slot = slots.of(variable);
    return code -> code.load(slot);
  }

  @SuppressWarnings("unchecked") // a function casts its own context
  private static org.kie.api.runtime.rule.AccumulateFunction<Serializable> function(Object made) {
    return (org.kie.api.runtime.rule.AccumulateFunction<Serializable>) made;
  }
}
