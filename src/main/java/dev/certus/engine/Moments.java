package dev.certus.engine;

import dev.certus.decision.Decision;
import dev.certus.pack.Catalogue;
import dev.certus.pack.Exam;
import dev.certus.pack.Renewal;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordEntry;
import dev.certus.record.RecordList;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The moments that a record, the catalogue and its decisions name: where decisions may change, if a
 * rule compares the present's date or instant on its own.
 */
final class Moments {

  private final NavigableSet<Instant> instants = new TreeSet<>();
  private final Set<ZoneId> zones = new HashSet<>();

  private Moments(CandidateRecord record) {
    zones.add(record.home());
    record.shape().lists().stream().map(RecordList::zone).forEach(this::add);
    record.lists().forEach(list -> list.forEach(fact -> add(fact.zone())));
  }

  private void add(ZoneId zone) {
    if (zone != null) {
      zones.add(zone);
    }
  }

  /** Each instant, and that just after it; of dates, the first instant and that after the last. */
  static NavigableSet<Instant> of(
      CandidateRecord record, Catalogue catalogue, Collection<Decision> decisions) {
    Moments moments = new Moments(record);
    moments.add(record.more());
    record.lists().forEach(list -> list.forEach(moments::add));
    for (Exam exam : catalogue.exams()) {
      moments.add(exam.firstDay());
      moments.add(exam.lastDay());
      exam.renewals().forEach(moments::add);
    }
    catalogue.activities().forEach(one -> one.renewals().forEach(moments::add));
    for (Decision decision : decisions) {
      moments.addValue(decision.from());
      moments.addValue(decision.until());
      moments.addValue(decision.through());
      moments.addValue(decision.details());
    }
    return moments.instants;
  }

  private void add(RecordEntry fact) {
    for (int i = 0; i < fact.shape().fields().size(); i++) {
      addValue(fact.value(i));
    }
  }

  private void add(Renewal renewal) {
    add(renewal.from());
    add(renewal.until());
  }

  private void addValue(Object value) {
    if (value instanceof Moment moment) {
      add(moment.instant());
      add(moment.day().date());
    } else if (value instanceof Day day) {
      add(day.date());
    } else if (value instanceof Instant instant) {
      add(instant);
    } else if (value instanceof LocalDate date) {
      add(date);
    } else if (value instanceof RecordEntry object) {
      add(object);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::addValue);
    } else if (value instanceof Collection<?> values) {
      values.forEach(this::addValue);
    }
  }

  private void add(Instant instant) {
    if (instant != null) {
      instants.add(instant);
      instants.add(instant.plusNanos(1));
    }
  }

  private void add(LocalDate date) {
    if (date != null) {
      for (ZoneId zone : zones) {
        Day day = new Day(date, zone);
        instants.add(day.start().instant());
        instants.add(day.end().instant());
      }
    }
  }
}
