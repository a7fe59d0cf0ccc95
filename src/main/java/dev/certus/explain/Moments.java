package dev.certus.explain;

import dev.certus.engine.Trace;
import dev.certus.engine.Trace.Firing;
import dev.certus.engine.Trace.TermUse;
import dev.certus.pack.Exam;
import dev.certus.pack.Pack;
import dev.certus.pack.Renewal;
import dev.certus.pack.Term;
import dev.certus.pack.Term.Value;
import dev.certus.record.CandidateRecord;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The moments at which decisions may change while nothing but time passes: those that the facts,
 * the numbers of the policy and the catalogue name.
 */
final class Moments {

  private final TreeSet<Moment> moments = new TreeSet<>();
  private final Set<LocalDate> dates = new HashSet<>();
  private final Set<ZoneId> zones = new HashSet<>();

  /** The moments that a pack and a record name, in the zones that traces will name. */
  Moments(Pack pack, CandidateRecord record) {
    record.attempts().forEach(attempt -> add(utc(attempt.startedAt())));
    record.appointments().forEach(appointment -> add(utc(appointment.startsAt())));
    record.certifications().forEach(earned -> add(earned.earnedOn()));
    for (Exam exam : pack.catalogue().exams()) {
      add(exam.firstDay());
      add(exam.lastDay());
      exam.renewals().stream().map(Renewal::from).forEach(this::add);
    }
    for (Term term : pack.terms().all()) {
      term.values().stream().map(Value::from).forEach(this::add);
    }
  }

  private static Moment utc(Instant instant) {
    return new Moment(instant, ZoneOffset.UTC);
  }

  /** Adds what the facts and terms of a trace name. */
  void add(Trace trace) {
    for (Firing firing : trace.firings()) {
      firing.bindings().values().forEach(this::add);
      firing.grounds().forEach(this::addOf);
      firing.derived().forEach(this::addOf);
    }
    trace.uses().stream().map(TermUse::result).forEach(this::add);
    for (ZoneId zone : zones) {
      dates.forEach(date -> add(new Day(date, zone)));
    }
  }

  /** The next moment, or null where there is none. */
  Moment after(Moment moment) {
    return moments.higher(moment);
  }

  private void add(Object value) {
    if (value instanceof Moment moment) {
      moments.add(moment);
      zones.add(moment.zone());
    } else if (value instanceof Day day) {
      moments.add(day.start());
      moments.add(day.end());
    } else if (value instanceof LocalDate date) {
      dates.add(date);
    }
  }

  /** What a fact's fields hold. */
  private void addOf(Object fact) {
    for (Method method : fact.getClass().getMethods()) {
      Class<?> type = method.getReturnType();
      boolean isTime = type == Moment.class || type == Day.class || type == LocalDate.class;
      if (isTime && method.getParameterCount() == 0) {
        try {
          method.setAccessible(true); // its class need not be public
          add(method.invoke(fact));
        } catch (IllegalAccessException | InvocationTargetException e) {
          throw new IllegalStateException(e); // it only reads a field
        }
      }
    }
  }
}
