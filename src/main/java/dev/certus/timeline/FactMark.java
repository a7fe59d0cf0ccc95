package dev.certus.timeline;

import dev.certus.record.CandidateRecord;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.time.Instant;
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
  static List<FactMark> of(CandidateRecord record, ZoneId home) {
    List<FactMark> marks = new ArrayList<>();
    record
        .attempts()
        .forEach(
            attempt -> {
              ZoneId zone = attempt.zone() == null ? home : attempt.zone();
              marks.add(
                  mark(attempt.startedAt(), zone, attempt.id(), attempt.exam() + " attempted"));
              if (attempt.resultPostedAt() != null) {
                marks.add(
                    mark(
                        attempt.resultPostedAt(),
                        zone,
                        attempt.id(),
                        attempt.exam() + " result posted"));
              }
            });
    record
        .appointments()
        .forEach(
            booked ->
                marks.add(
                    mark(
                        booked.startsAt(),
                        booked.zone() == null ? home : booked.zone(),
                        booked.id(),
                        booked.exam() + " appointment")));
    record
        .certifications()
        .forEach(
            earned ->
                marks.add(
                    new FactMark(
                        new Day(earned.earnedOn(), earned.zone() == null ? home : earned.zone())
                            .start(),
                        earned.id(),
                        earned.certification() + " earned")));
    marks.sort(Comparator.comparing(FactMark::at).thenComparing(FactMark::id));
    return marks;
  }

  private static FactMark mark(Instant at, ZoneId zone, String id, String what) {
    return new FactMark(new Moment(at, zone), id, what);
  }
}
