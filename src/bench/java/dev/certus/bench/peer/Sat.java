package dev.certus.bench.peer;

import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordEntry;
import dev.certus.record.RecordList;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import dev.certus.time.Present;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An attempt that has begun, or a certification that was earned, as of the instant decided for.
 *
 * @param code the exam's or the certification's code
 * @param passed whether it is a passed attempt
 * @param startedAt when the attempt began, or null
 */
record Sat(String id, String code, boolean passed, Moment startedAt, Day day) {

  static List<Sat> attempts(CandidateRecord record, Instant asOf) {
    RecordList list = record.shape().list("attempts");
    List<Sat> all = new ArrayList<>();
    for (RecordEntry entry : record.list("attempts")) {
      Instant at = entry.instant("startedAt");
      if (!at.isAfter(asOf)) {
        Moment started = new Moment(at, record.zone(list, entry));
        boolean passed = entry.text("outcome").equals("pass");
        all.add(new Sat(entry.id(), entry.text("exam"), passed, started, started.day()));
      }
    }
    return all;
  }

  static List<Sat> certifications(CandidateRecord record, Instant asOf) {
    RecordList list = record.shape().list("certifications");
    List<Sat> all = new ArrayList<>();
    for (RecordEntry entry : record.list("certifications")) {
      LocalDate earned = entry.date("earnedOn");
      Day day = new Day(earned, record.zone(list, entry));
      if (!new Present(asOf).in(day.zone()).day().isBefore(day)) {
        all.add(new Sat(entry.id(), entry.text("certification"), false, null, day));
      }
    }
    return all;
  }

  static Day today(CandidateRecord record, Instant asOf) {
    return new Present(asOf).in(record.home()).day();
  }
}
