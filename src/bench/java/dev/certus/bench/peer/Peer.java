package dev.certus.bench.peer;

import java.time.LocalDate;
import java.util.List;

/** An engine that decides by the policy of {@code src/bench/packs/retake}. */
public interface Peer {

  /** A decision: its code, what it is about, and when it holds. */
  record Answer(String code, String subject, LocalDate from, LocalDate until) {

    static Answer of(String code, Person.Sat sat) {
      return switch (code) {
        case "passed", "failed" -> new Answer(code, sat.id(), sat.day(), null);
        case "retake-blocked" -> new Answer(code, sat.exam(), sat.day(), sat.day().plusDays(WAIT));
        default -> new Answer(code, sat.exam(), sat.day().plusDays(WAIT), null);
      };
    }

    static Answer of(String code, Person.Earned earned) {
      return code.equals("active")
          ? new Answer(code, earned.code(), earned.day(), earned.end())
          : new Answer(code, earned.code(), earned.end(), null);
    }
  }

  /** Days to wait after a fail. */
  int WAIT = 14;

  /** Its name and version. */
  String name();

  /** The decisions about a candidate, in any order. */
  List<Answer> decide(Person person) throws Exception;
}
