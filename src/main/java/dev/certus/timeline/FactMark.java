package dev.certus.timeline;

import dev.certus.record.CandidateRecord;
import dev.certus.record.FactName;
import dev.certus.record.FieldKind;
import dev.certus.record.RecordEntry;
import dev.certus.record.RecordField;
import dev.certus.record.RecordList;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that the record says happens at a moment.
 *
 * @param at the moment, in its governing zone
 * @param id the fact's id
 * @param what what happens, in a few words
 */
public record FactMark(Moment at, String id, String what) {

  /** What a record says, in the order of time. */
  static List<FactMark> of(CandidateRecord record) {
    List<FactMark> marks = new ArrayList<>();
    for (RecordList list : record.shape().lists()) {
      for (RecordEntry fact : record.list(list.name())) {
        for (RecordField field : list.item().fields()) {
          mark(record, list, fact, field, marks);
        }
      }
    }
    marks.sort(Comparator.comparing(FactMark::at).thenComparing(FactMark::id));
    return marks;
  }

  private static void mark(
      CandidateRecord record,
      RecordList list,
      RecordEntry fact,
      RecordField field,
      List<FactMark> marks) {
    Object value = fact.value(field.name());
    ZoneId zone = record.zone(list, fact);
    Moment at =
        value instanceof Instant instant
            ? new Moment(instant, zone)
            : field.kind() == FieldKind.DAY && value instanceof LocalDate date
                ? new Day(date, zone).start()
                : null;
    if (at != null) {
      marks.add(new FactMark(at, fact.id(), what(list, fact, field)));
    }
  }

  /** The code that the fact is about, if any; then what it is, or what happens with it. */
  private static String what(RecordList list, RecordEntry fact, RecordField field) {
    String what =
        field.name().equals(list.happens())
            ? FactName.words(list.item().name())
            : FactName.words(field.name()).replaceFirst(" (at|on)$", "");
    RecordField reference = list.item().reference();
    return reference == null ? what : fact.text(reference.name()) + " " + what;
  }
}
