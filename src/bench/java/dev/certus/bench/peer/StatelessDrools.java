package dev.certus.bench.peer;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.StatelessKieSession;

/** The session that Drools offers for this. */
final class StatelessDrools implements Peer {

  private final KieBase base = DroolsRules.compiled();

  @Override
  public String name() {
    return "Drools 10.2, `StatelessKieSession`";
  }

  @Override
  public List<Answer> decide(Person person) {
    DroolsRules.Answers answers = new DroolsRules.Answers();
    StatelessKieSession session = base.newStatelessKieSession();
    session.setGlobal("answers", answers);
    List<Object> facts = new ArrayList<>();
    facts.add(person.today());
    facts.addAll(person.sat());
    facts.addAll(person.earned());
    session.execute(facts);
    return answers.all;
  }
}
