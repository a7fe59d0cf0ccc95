package dev.certus.bench.peer;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.io.Resource;
import org.kie.api.runtime.KieContainer;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.api.DMNFactory;

/** Decision tables that choose the codes; days are worked out by the program around them. */
final class KieDmn implements Peer {

  private final DMNRuntime runtime;
  private final DMNModel model;

  KieDmn() {
    KieServices services = KieServices.get();
    KieFileSystem sources = services.newKieFileSystem();
    Resource dmn = services.getResources().newClassPathResource("retake.dmn");
    sources.write("src/main/resources/retake.dmn", dmn);
    services.newKieBuilder(sources).buildAll();
    KieContainer container =
        services.newKieContainer(services.getRepository().getDefaultReleaseId());
    runtime = container.newKieSession().getKieRuntime(DMNRuntime.class);
    model = runtime.getModels().get(0);
  }

  @Override
  public String name() {
    return "KIE DMN 10.2";
  }

  @Override
  public List<Answer> decide(Person person) {
    List<Answer> answers = new ArrayList<>();
    for (Person.Sat sat : person.ranked()) {
      DMNContext context = DMNFactory.newContext();
      context.set("passed", sat.passed());
      context.set("last", sat.last());
      context.set("days", sat.daysUntil(person.today()));
      for (Object code : decided("attempt", context)) {
        answers.add(Answer.of((String) code, sat));
      }
    }
    for (Person.Earned earned : person.earned()) {
      DMNContext context = DMNFactory.newContext();
      context.set("left", earned.end().toEpochDay() - person.today().toEpochDay());
      for (Object code : decided("certification", context)) {
        answers.add(Answer.of((String) code, earned));
      }
    }
    return answers;
  }

  private List<?> decided(String decision, DMNContext context) {
    return (List<?>)
        runtime
            .evaluateByName(model, context, decision)
            .getDecisionResultByName(decision)
            .getResult();
  }
}
