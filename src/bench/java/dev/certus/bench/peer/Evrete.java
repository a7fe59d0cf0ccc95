package dev.certus.bench.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.builders.RuleSetBuilder;

/** One session, cleared after each candidate; it has no `not`, so the last attempts are given. */
final class Evrete implements Peer {

  private final StatefulSession session;
  private List<Answer> answers;
  private LocalDate today;

  Evrete() {
    RuleSetBuilder<Knowledge> rules = new KnowledgeService().newKnowledge().builder();
    sat(rules, "passed", (sat, day) -> sat.passed());
    sat(rules, "failed", (sat, day) -> !sat.passed());
    sat(
        rules,
        "retake-blocked",
        (sat, day) -> !sat.passed() && sat.last() && sat.daysUntil(day) < WAIT);
    sat(
        rules,
        "retake-eligible",
        (sat, day) -> !sat.passed() && sat.last() && sat.daysUntil(day) >= WAIT);
    earned(rules, "active", (earned, day) -> earned.end().isAfter(day));
    earned(rules, "expired", (earned, day) -> !earned.end().isAfter(day));
    session = rules.build().newStatefulSession();
  }

  private void sat(
      RuleSetBuilder<Knowledge> rules, String code, BiPredicate<Person.Sat, LocalDate> when) {
    rules
        .newRule(code)
        .forEach("$s", Person.Sat.class)
        .where((Predicate<Object[]>) values -> when.test((Person.Sat) values[0], today), "$s")
        .execute(context -> answers.add(Answer.of(code, (Person.Sat) context.getObject("$s"))));
  }

  private void earned(
      RuleSetBuilder<Knowledge> rules, String code, BiPredicate<Person.Earned, LocalDate> when) {
    rules
        .newRule(code)
        .forEach("$e", Person.Earned.class)
        .where((Predicate<Object[]>) values -> when.test((Person.Earned) values[0], today), "$e")
        .execute(context -> answers.add(Answer.of(code, (Person.Earned) context.getObject("$e"))));
  }

  @Override
  public String name() {
    return "Evrete 4.0.3";
  }

  @Override
  public List<Answer> decide(Person person) {
    answers = new ArrayList<>();
    today = person.today();
    person.ranked().forEach(session::insert);
    person.earned().forEach(session::insert);
    session.fire();
    session.clear();
    return answers;
  }
}
