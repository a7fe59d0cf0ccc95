package dev.certus.bench.peer;

import java.util.ArrayList;
import java.util.List;

/** Plain Java. */
final class HandWritten implements Peer {

  @Override
  public String name() {
    return "Java, answers alone";
  }

  @Override
  public List<Answer> decide(Person person) {
    List<Answer> answers = new ArrayList<>();
    for (Person.Sat sat : person.sat()) {
      answers.add(Answer.of(sat.passed() ? "passed" : "failed", sat));
      if (!sat.passed() && isLast(sat, person.sat())) {
        boolean over = sat.daysUntil(person.today()) >= WAIT;
        answers.add(Answer.of(over ? "retake-eligible" : "retake-blocked", sat));
      }
    }
    for (Person.Earned earned : person.earned()) {
      boolean over = !earned.end().isAfter(person.today());
      answers.add(Answer.of(over ? "expired" : "active", earned));
    }
    return answers;
  }

  private static boolean isLast(Person.Sat sat, List<Person.Sat> all) {
    for (Person.Sat other : all) {
      if (other.exam().equals(sat.exam()) && other.at().isAfter(sat.at())) {
        return false;
      }
    }
    return true;
  }
}
