package dev.certus.bench.peer;

import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordEntry;
import dev.certus.record.RecordList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Random candidates in the form that the policy for all peers needs. */
final class People {

  private static final int PASSING = 700;

  private People() {}

  /** A candidate of a population, whose attempts have outcomes, and one of each certification. */
  static CandidateRecord simplified(Population population, long number, Instant asOf) {
    CandidateRecord record = population.candidate(number);
    List<RecordEntry> attempts =
        record.list("attempts").stream()
            .filter(one -> !one.instant("startedAt").isAfter(asOf))
            .filter(one -> outcome(one).equals("pass") || outcome(one).equals("fail"))
            .map(People::simplified)
            .toList();
    Map<String, RecordEntry> latest = new LinkedHashMap<>();
    record.list("certifications").stream()
        .sorted(Comparator.comparing(one -> one.date("earnedOn")))
        .forEach(one -> latest.put(one.text("certification"), one));
    List<List<RecordEntry>> lists = new ArrayList<>();
    for (RecordList list : record.shape().lists()) {
      lists.add(
          switch (list.name()) {
            case "attempts" -> attempts;
            case "certifications" -> List.copyOf(latest.values());
            default -> List.of();
          });
    }
    return new CandidateRecord(
        record.shape(), record.candidateId(), record.zone(), record.more(), lists);
  }

  private static String outcome(RecordEntry one) {
    if (one.text("outcome") != null) {
      return one.text("outcome");
    }
    return (int) one.value("score") >= PASSING ? "pass" : "fail";
  }

  private static RecordEntry simplified(RecordEntry one) {
    Map<String, Object> values = new HashMap<>();
    for (String field : List.of("id", "exam", "startedAt", "zone")) {
      values.put(field, one.value(field));
    }
    values.put("outcome", outcome(one));
    return RecordEntry.of(one.shape(), values);
  }

  /** The same candidate for the other engines. */
  static Person person(CandidateRecord record, Instant asOf) {
    List<Person.Sat> sat = new ArrayList<>();
    for (Sat one : Sat.attempts(record, asOf)) {
      sat.add(
          new Person.Sat(
              one.id(),
              one.code(),
              one.passed(),
              one.day().date(),
              one.startedAt().instant(),
              false));
    }
    List<Person.Earned> earned =
        Sat.certifications(record, asOf).stream()
            .map(one -> new Person.Earned(one.id(), one.code(), one.day().date()))
            .toList();
    return new Person(record.candidateId(), Sat.today(record, asOf).date(), sat, earned);
  }
}
