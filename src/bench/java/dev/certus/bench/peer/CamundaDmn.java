package dev.certus.bench.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The same tables in Camunda's engine. */
final class CamundaDmn implements Peer {

  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final DmnDecision attempt = parsed("attempt");
  private final DmnDecision certification = parsed("certification");

  private DmnDecision parsed(String decision) {
    return engine.parseDecision(
        decision, CamundaDmn.class.getClassLoader().getResourceAsStream("retake.dmn"));
  }

  @Override
  public String name() {
    return "Camunda DMN 7.24";
  }

  @Override
  public List<Answer> decide(Person person) {
    List<Answer> answers = new ArrayList<>();
    for (Person.Sat sat : person.ranked()) {
      Map<String, Object> values =
          Map.of(
              "passed", sat.passed(),
              "last", sat.last(),
              "days", sat.daysUntil(person.today()));
      for (String code : decided(attempt, values)) {
        answers.add(Answer.of(code, sat));
      }
    }
    for (Person.Earned earned : person.earned()) {
      long left = earned.end().toEpochDay() - person.today().toEpochDay();
      for (String code : decided(certification, Map.of("left", left))) {
        answers.add(Answer.of(code, earned));
      }
    }
    return answers;
  }

  private List<String> decided(DmnDecision decision, Map<String, Object> values) {
    return engine.evaluateDecisionTable(decision, values).collectEntries("code");
  }
}
