package dev.certus.explain;

import dev.certus.decision.Decision;
import dev.certus.drl.ConditionSource;
import dev.certus.drl.Element;
import dev.certus.drl.Expression;
import dev.certus.drl.PatternSource;
import dev.certus.drl.PatternSource.Quantity;
import dev.certus.drl.RuleSource;
import dev.certus.engine.Trace;
import dev.certus.engine.Trace.Firing;
import dev.certus.explain.Evidence.Kind;
import dev.certus.explain.Values.Known;
import dev.certus.pack.Pack;
import dev.certus.rulebook.RuleBook;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** Explains the decisions of one trace. Used by one thread at a time. */
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

  /** What an explanation has said already, and need not repeat. */
  private record Said(Set<Object> derived, Set<Evidence> others) {

    Said() {
      this(Collections.newSetFromMap(new IdentityHashMap<>()), new HashSet<>());
    }
  }

  /** Why a decision of the trace was given. */
  public Explanation of(Decision decision) {
    Said said = new Said();
    List<Reason> reasons =
        trace.firings().stream()
            .filter(firing -> gave(firing, decision))
            .map(firing -> new Reason(firing.rule(), grounds(firing, said)))
            .toList();
    LocalDate day = LocalDate.ofInstant(trace.decisions().asOf(), ZoneOffset.UTC);
    return new Explanation(
        decision,
        pack.clauses().get(decision.clause()).on(day),
        decision.readings().stream().map(pack.readings()::get).toList(),
        reasons);
  }

  /** Turns facts into evidence, each with its derivation when it first comes. */
  Function<Object, Evidence> evidence() {
    Said said = new Said();
    return fact -> evidence(fact, said);
  }

  /**
   * A fact that fails a condition, and what the condition compares.
   *
   * @param bindings the values of the rule's variables
   */
  Evidence failing(ConditionSource condition, Object fact, Map<String, Object> bindings) {
    Values values = new Values(pack.terms(), fact, bindings);
    List<Evidence> compared = new ArrayList<>();
    for (Expression operand : Operands.of(condition.tree())) {
      Set<Evidence> used = terms.in(operand, values);
      compared.addAll(used);
      if (used.isEmpty()) {
        values.of(operand).map(known -> compared(operand, known)).ifPresent(compared::add);
      }
    }
    return new Evidence(Kind.FACT, wording.sentence(fact), null, null, compared);
  }

  private Evidence compared(Expression operand, Known known) {
    String is = known.value() == null ? " is missing" : " is " + wording.word(known.value());
    return Evidence.of(Kind.FACT, operand.text() + is);
  }

  private static boolean gave(Firing firing, Decision decision) {
    return decision.clause().equals(firing.rule().clause())
        && firing.conclusions().stream()
            .anyMatch(
                given ->
                    given.code().equals(decision.code())
                        && given.subject().equals(decision.subject()));
  }

  private List<Evidence> grounds(Firing firing, Said said) {
    List<Evidence> grounds = new ArrayList<>();
    facts(firing.grounds()).forEach(fact -> grounds.add(evidence(fact, said)));
    RuleSource rule = rules.get(firing.rule().name());
    List<Evidence> others = new ArrayList<>(terms(rule, firing));
    for (PatternSource pattern : rule.patterns()) {
      if (pattern.quantity() == Quantity.NONE) {
        others.add(Evidence.of(Kind.ABSENCE, absences.of(pattern, firing.bindings())));
      }
    }
    others.stream().filter(said.others()::add).forEach(grounds::add);
    return grounds;
  }

  /** The facts among what a rule matched, those in lists one by one, each once. */
  private Set<Object> facts(Collection<?> grounds) {
    Set<Object> facts = new LinkedHashSet<>();
    for (Object ground : grounds) {
      if (ground instanceof Collection<?> several) {
        facts.addAll(facts(several));
      } else if (wording.isFact(ground)) {
        facts.add(ground);
      }
    }
    return facts;
  }

  private Evidence evidence(Object fact, Said said) {
    Firing by = derivations.get(fact);
    String text = wording.sentence(fact);
    if (by == null) {
      return Evidence.of(Kind.FACT, text);
    }
    return said.derived().add(fact)
        ? new Evidence(Kind.DERIVED, text, null, by.rule(), grounds(by, said))
        : new Evidence(Kind.REFERENCE, text, null, by.rule(), List.of());
  }

  private Set<Evidence> terms(RuleSource rule, Firing firing) {
    Set<Evidence> used = new LinkedHashSet<>();
    MatchedFacts matched = new MatchedFacts(rule, firing);
    for (Element element : rule.elements()) {
      for (PatternSource pattern : element.patterns()) {
        if (pattern.quantity() != Quantity.NONE) {
          Object fact = matched.of(pattern).orElse(null);
          used.addAll(terms(pattern.conditions(), values(fact, firing)));
        }
      }
      used.addAll(terms(element.results(), values(null, firing)));
    }
    used.addAll(terms.of(rule.consequence().all(), values(null, firing)));
    return used;
  }

  private Set<Evidence> terms(List<ConditionSource> conditions, Values values) {
    return terms.of(conditions.stream().flatMap(condition -> condition.tree().all()), values);
  }

  private Values values(Object fact, Firing firing) {
    return new Values(pack.terms(), fact, firing.bindings());
  }
}
