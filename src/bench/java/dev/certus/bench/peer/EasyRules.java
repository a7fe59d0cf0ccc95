package dev.certus.bench.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Its rules see named facts, so each attempt and certification is a run; it has no joins. */
final class EasyRules implements Peer {

  private final DefaultRulesEngine engine = new DefaultRulesEngine();
  private final Rules forSat = new Rules();
  private final Rules forEarned = new Rules();
  private List<Answer> answers;

  EasyRules() {
    sat("passed", (sat, day) -> sat.passed());
    sat("failed", (sat, day) -> !sat.passed());
    sat("retake-blocked", (sat, day) -> !sat.passed() && sat.last() && sat.daysUntil(day) < WAIT);
    sat("retake-eligible", (sat, day) -> !sat.passed() && sat.last() && sat.daysUntil(day) >= WAIT);
    earned("active", (earned, day) -> earned.end().isAfter(day));
    earned("expired", (earned, day) -> !earned.end().isAfter(day));
  }

  private void sat(String code, BiPredicate<Person.Sat, LocalDate> when) {
    forSat.register(
        new RuleBuilder()
            .name(code)
            .when(facts -> when.test(facts.get("sat"), facts.get("today")))
            .then(facts -> answers.add(Answer.of(code, facts.<Person.Sat>get("sat"))))
            .build());
  }

  private void earned(String code, BiPredicate<Person.Earned, LocalDate> when) {
    forEarned.register(
        new RuleBuilder()
            .name(code)
            .when(facts -> when.test(facts.get("earned"), facts.get("today")))
            .then(facts -> answers.add(Answer.of(code, facts.<Person.Earned>get("earned"))))
            .build());
  }

  @Override
  public String name() {
    return "Easy Rules 4.1";
  }

  @Override
  public List<Answer> decide(Person person) {
    answers = new ArrayList<>();
    for (Person.Sat sat : person.ranked()) {
      fire(forSat, "sat", sat, person.today());
    }
    for (Person.Earned earned : person.earned()) {
      fire(forEarned, "earned", earned, person.today());
    }
    return answers;
  }

  private void fire(Rules rules, String name, Object value, LocalDate today) {
    Facts facts = new Facts();
    facts.put(name, value);
    facts.put("today", today);
    engine.fire(rules, facts);
  }
}
