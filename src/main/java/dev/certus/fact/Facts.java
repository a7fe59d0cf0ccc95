package dev.certus.fact;

import dev.certus.decision.CodePoints;
import dev.certus.pack.Catalogue;
import dev.certus.pack.Exam;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordEntry;
import dev.certus.record.RecordList;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import dev.certus.time.Present;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns records into the facts that rules see as of an instant. Immutable and thread-safe.
 *
 * <p>What lies after that instant has not happened: facts that happen later are left out, unless
 * their list says that facts ahead count; and a value that becomes known later is hidden. A fact
 * without a zone has that of its list, else the candidate's, and a candidate without one has UTC.
 */
public final class Facts {

  private final Catalogue catalogue;
  private final FactMaker maker;
  private final FactForm candidate;
  private final List<FactForm> forms;

  /** Facts of a record's types, with what a catalogue has of exams and certifications. */
  public Facts(FactTypes types, Catalogue catalogue) {
    this.catalogue = catalogue;
    this.maker = types.maker();
    this.candidate = FactForm.candidate(types);
    this.forms = FactForm.lists(types);
  }

  /** The facts of {@code record} as of the present: the candidate, and the record's own. */
  public List<Object> of(CandidateRecord record, Present present) {
    List<Object> facts = new ArrayList<>();
    ZoneId home = record.home();
    Moment now = present.in(home);
    Frame frame = new Frame(record.candidateId(), 0, now, now.day(), null, null, present);
    facts.add(maker.make(candidate.type(), frame, values(candidate, record.more(), home, null)));
    int rank = 0;
    for (int i = 0; i < forms.size(); i++) {
      FactForm form = forms.get(i);
      for (RecordEntry entry : byId(record.lists().get(i))) {
        Object fact = fact(form, entry, record.zone(form.list(), entry), present, rank);
        if (fact != null) {
          facts.add(fact);
          rank++;
        }
      }
    }
    return facts;
  }

  private static List<RecordEntry> byId(List<RecordEntry> entries) {
    for (int i = 1; i < entries.size(); i++) {
      if (CodePoints.compare(entries.get(i - 1).id(), entries.get(i).id()) > 0) {
        List<RecordEntry> sorted = new ArrayList<>(entries);
        sorted.sort((a, b) -> CodePoints.compare(a.id(), b.id()));
        return sorted;
      }
    }
    return entries; // most often they are in order
  }

  /** The fact; null where it has not happened. */
  private Object fact(FactForm form, RecordEntry entry, ZoneId zone, Present present, int rank) {
    RecordList list = form.list();
    Moment at = null;
    Day day = null;
    if (form.happens() >= 0) {
      Object time = entry.value(form.happens());
      if (time instanceof Instant instant) {
        if (!list.ahead() && !present.hasReached(instant)) {
          return null;
        }
        at = new Moment(instant, zone);
        day = at.day();
      } else {
        day = new Day((LocalDate) time, zone);
        if (!list.ahead() && present.in(zone).day().isBefore(day)) {
          return null;
        }
        at = day.start();
      }
    }
    Instant known = form.known() < 0 ? null : (Instant) entry.value(form.known());
    Frame frame =
        new Frame(
            entry.id(),
            rank,
            at,
            day,
            known == null ? at : new Moment(known, zone),
            exam(form, entry),
            present);
    boolean hidden = known != null && !present.hasReached(known);
    return maker.make(
        form.type(), frame, values(form, entry, zone, hidden ? form.pending() : null));
  }

  private Exam exam(FactForm form, RecordEntry entry) {
    return form.exam() < 0 ? null : catalogue.exam((String) entry.value(form.exam()));
  }

  /**
   * The values of a fact's members.
   *
   * @param pending what stands in place of the value that is not known; null where all is known
   */
  private Object[] values(FactForm form, RecordEntry entry, ZoneId zone, Object pending) {
    List<FactForm.Source> sources = form.sources();
    Object[] values = new Object[sources.size()];
    for (int i = 0; i < values.length; i++) {
      FactForm.Source source = sources.get(i);
      values[i] = pending != null && source.hidden() ? pending : value(source, entry, zone);
    }
    return values;
  }

  private Object value(FactForm.Source source, RecordEntry entry, ZoneId zone) {
    Object value = entry.value(source.field());
    if (value == null) {
      return null;
    }
    return switch (source.kind()) {
      case INSTANT -> new Moment((Instant) value, zone);
      case DAY -> new Day((LocalDate) value, zone);
      case WORD -> source.words().get(value);
      case EXAM -> source.looksUp() ? catalogue.exam((String) value) : value;
      case CERTIFICATION -> source.looksUp() ? catalogue.certification((String) value) : value;
      case ACTIVITY -> source.looksUp() ? catalogue.activity((String) value) : value;
      case OBJECT ->
          maker.make(
              source.object().type(),
              null,
              values(source.object(), (RecordEntry) value, zone, null));
      default -> value;
    };
  }
}
