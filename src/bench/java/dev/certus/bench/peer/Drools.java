package dev.certus.bench.peer;

import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** A session a candidate, as textbooks have it. */
final class Drools implements Peer {

  private final KieBase base = DroolsRules.compiled();

  @Override
  public String name() {
    return "Drools 10.2, `KieSession`";
  }

  @Override
  public List<Answer> decide(Person person) {
    DroolsRules.Answers answers = new DroolsRules.Answers();
    KieSession session = base.newKieSession();
    session.setGlobal("answers", answers);
    session.insert(person.today());
    person.sat().forEach(session::insert);
    person.earned().forEach(session::insert);
    session.fireAllRules();
    session.dispose();
    return answers.all;
  }
}
