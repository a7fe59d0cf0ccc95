package dev.certus.timeline;

import dev.certus.decision.Decisions;
import dev.certus.engine.DecisionException;
import dev.certus.engine.Engine;
import dev.certus.record.CandidateRecord;
import dev.certus.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What is decided of a candidate from the first fact of the record to the last change to come: as
 * the record is now, replayed at each instant.
 *
 * @param candidateId the candidate
 * @param asOf the moment that the reader asks for, in the candidate's zone
 * @param lanes what is decided of each subject, in the order of subjects
 * @param facts what the record says, in the order of time
 * @param goesOn where decisions change more often than is shown: when they change next; else null
 * @param clockChanges when clocks change in the candidate's zone while decisions do
 */
public record Timeline(
    String candidateId,
    Moment asOf,
    List<Lane> lanes,
    List<FactMark> facts,
    Moment goesOn,
    List<ClockChange> clockChanges) {

  /** How many changes are shown: what changes each day never ends. */
  private static final int MOST = 5_000;

  /** Keeps unmodifiable copies of the lists. */
  public Timeline {
    lanes = List.copyOf(lanes);
    facts = List.copyOf(facts);
    clockChanges = List.copyOf(clockChanges);
  }

  /**
   * Decides a record again and again.
   *
   * @throws DecisionException where it cannot be decided at some instant
   */
  public static Timeline of(Engine engine, CandidateRecord record, Instant asOf) {
    ZoneId home = record.home();
    List<FactMark> facts = FactMark.of(record);
    Instant at = facts.isEmpty() ? asOf : facts.get(0).at().instant();
    Lanes lanes = new Lanes(home);
    List<Decisions> all = engine.decideThroughout(record, at, MOST);
    all.forEach(lanes::add);
    Instant goesOn = all.get(all.size() - 1).nextChangeAt();
    List<Lane> drawn = lanes.done();
    List<Moment> seen = DecisionSpan.moments(drawn);
    Moment first = seen.isEmpty() ? new Moment(asOf, home) : seen.get(0);
    Moment last = seen.isEmpty() ? first : seen.get(seen.size() - 1);
    return new Timeline(
        record.candidateId(),
        new Moment(asOf, home),
        drawn,
        facts,
        goesOn == null ? null : new Moment(goesOn, home),
        ClockChange.between(first.instant(), last.instant(), home));
  }

  /** Each moment at which a span begins or ends, in their order, each once. */
  public List<Moment> boundaries() {
    return DecisionSpan.moments(lanes);
  }
}
