package dev.certus.explain;

import dev.certus.decision.Decision;
import dev.certus.drl.ConditionSource;
import dev.certus.drl.PatternSource;
import dev.certus.drl.PatternSource.Quantity;
import dev.certus.drl.RuleSource;
import dev.certus.engine.Trace;
import dev.certus.engine.Trace.Firing;
import dev.certus.explain.Ground.Kind;
import dev.certus.pack.Pack;
import dev.certus.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells why the decisions of one trace were given. */
public final class Explainer {

  private final Pack pack;
  private final Trace trace;
  private final Map<String, RuleSource> rules;
  private final Wording wording;
  private final TermWording terms;
  private final AbsenceWording absences;
  private final IdentityHashMap<Object, Firing> derivations = new IdentityHashMap<>();

  /** An explainer of a trace that was made by the rules of {@code book}. */
  public Explainer(RuleBook book, Trace trace) {
    this.pack = book.pack();
    this.trace = trace;
    this.rules =
        book.drl().rules().stream()
            .collect(Collectors.toMap(RuleSource::name, Function.identity()));
    this.wording = new Wording(pack.terms(), book.drl());
    this.terms = new TermWording(pack.terms(), wording);
    this.absences = new AbsenceWording(pack.terms(), wording);
    for (Firing firing : trace.firings()) {
      firing.derived().forEach(fact -> derivations.put(fact, firing));
    }
  }

  /** What was told of a decision already, and need not be told again. */
  private record Telling(Set<Object> derived, Set<Ground> besides) {

    Telling() {
      this(Collections.newSetFromMap(new IdentityHashMap<>()), new HashSet<>());
    }
  }

  /** Why a decision of the trace was given. */
  public Explanation of(Decision decision) {
    Telling told = new Telling();
    List<Reason> reasons =
        trace.firings().stream()
            .filter(firing -> gave(firing, decision))
            .map(firing -> new Reason(firing.rule(), grounds(firing, told)))
            .toList();
    return new Explanation(
        decision,
        pack.clauses().get(decision.clause()),
        decision.readings().stream().map(pack.readings()::get).toList(),
        reasons);
  }

  /** Tells facts, and how each was derived if it was; of what it told before it says only so. */
  Function<Object, Ground> teller() {
    Telling told = new Telling();
    return fact -> ground(fact, told);
  }

  /**
   * A fact that fails a condition, and what the condition compares.
   *
   * @param bindings what the variables of the rule stand for
   */
  Ground failing(ConditionSource condition, Object fact, Map<String, Object> bindings) {
    Values values = new Values(pack.terms(), fact, bindings);
    List<Ground> compared = new ArrayList<>();
    for (String operand : ConditionWording.operands(condition.expression())) {
      Set<Ground> used = terms.in(operand, values);
      compared.addAll(used);
      if (used.isEmpty()) {
        try {
          Object value = values.of(operand);
          String is = value == null ? " is missing" : " is " + wording.word(value);
          compared.add(Ground.of(Kind.FACT, operand + is));
        } catch (Values.Unknown e) {
          // nothing that can be said in few words
        }
      }
    }
    return new Ground(Kind.FACT, wording.sentence(fact), null, null, compared);
  }

  private static boolean gave(Firing firing, Decision decision) {
    return decision.clause().equals(firing.rule().clause())
        && firing.conclusions().stream()
            .anyMatch(
                given ->
                    given.code().equals(decision.code())
                        && given.subject().equals(decision.subject()));
  }

  private List<Ground> grounds(Firing firing, Telling told) {
    List<Ground> grounds = new ArrayList<>();
    flat(firing.grounds()).forEach(fact -> grounds.add(ground(fact, told)));
    RuleSource rule = rules.get(firing.rule().name());
    List<Ground> besides = new ArrayList<>(terms(rule, firing));
    for (PatternSource pattern : rule.patterns()) {
      if (pattern.quantity() == Quantity.NONE) {
        besides.add(Ground.of(Kind.ABSENCE, absences.of(pattern, firing.bindings())));
      }
    }
    besides.stream().filter(told.besides()::add).forEach(grounds::add);
    return grounds;
  }

  /** The facts matched, those that were gathered into lists one by one. */
  private static List<Object> flat(Collection<?> facts) {
    List<Object> flat = new ArrayList<>();
    for (Object fact : facts) {
      if (fact instanceof Collection<?> several) {
        flat.addAll(flat(several));
      } else if (fact != null && !(fact instanceof Map)) { // rows were made of facts
        flat.add(fact);
      }
    }
    return flat;
  }

  private Ground ground(Object fact, Telling told) {
    Firing by = derivations.get(fact);
    if (by == null) {
      return Ground.of(Kind.FACT, wording.sentence(fact));
    }
    String text = wording.sentence(fact);
    return told.derived().add(fact)
        ? new Ground(Kind.DERIVED, text, null, by.rule(), grounds(by, told))
        : new Ground(Kind.TOLD, text, null, by.rule(), List.of());
  }

  private Set<Ground> terms(RuleSource rule, Firing firing) {
    Set<Ground> used = new LinkedHashSet<>();
    for (PatternSource pattern : rule.patterns()) {
      if (pattern.quantity() != Quantity.NONE) {
        for (ConditionSource condition : pattern.conditions()) {
          used.addAll(terms.in(condition.expression(), values(fact(pattern, firing), firing)));
        }
      }
    }
    used.addAll(terms.in(rule.consequence().span().text(), values(null, firing)));
    return used;
  }

  private Values values(Object fact, Firing firing) {
    return new Values(pack.terms(), fact, firing.bindings());
  }

  /** A fact that matched a pattern, or null. */
  private static Object fact(PatternSource pattern, Firing firing) {
    return firing.grounds().stream()
        .filter(fact -> fact.getClass().getSimpleName().equals(pattern.type()))
        .findFirst()
        .orElse(null);
  }
}
