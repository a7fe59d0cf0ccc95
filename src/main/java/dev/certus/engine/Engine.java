package dev.certus.engine;

import dev.certus.decision.Decisions;
import dev.certus.record.CandidateRecord;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Decides records. The answer to a record depends on the policy, the record and the instant alone:
 * not on the records beside it in a list, and not on earlier calls. Thread-safe.
 *
 * <pre>{@code
 * RuleBook book = RuleBook.load(Path.of("rules/aws"));
 * try (Engine engine = new SessionEngine(book)) {
 *   Decisions decisions = engine.decide(record, Instant.parse("2026-11-23T08:00:00Z"));
 * }
 * }</pre>
 */
public interface Engine extends AutoCloseable {

  /**
   * Decides records as of an instant.
   *
   * @return one answer a record, in the order of the records
   */
  List<Answer> decide(List<CandidateRecord> records, Instant asOf);

  /**
   * Decides one record as of an instant.
   *
   * @throws DecisionException where a rule throws, rules fire without end or take too long, two
   *     rules contradict each other, or there are too many facts; other records are not affected
   */
  default Decisions decide(CandidateRecord record, Instant asOf) {
    return decide(List.of(record), asOf).get(0).decisions();
  }

  /**
   * Decides records as of an instant, as {@link #decide(List, Instant)} does, and finds when the
   * decisions of each change next. It decides a record again at each instant that may be the one:
   * this takes two to three times as long.
   */
  List<Answer> decideAhead(List<CandidateRecord> records, Instant asOf);

  /**
   * Decides one record as of an instant, and finds when its decisions change next.
   *
   * @throws DecisionException as {@link #decide(CandidateRecord, Instant)} does
   */
  default Decisions decideAhead(CandidateRecord record, Instant asOf) {
    return decideAhead(List.of(record), asOf).get(0).decisions();
  }

  /**
   * Decides one record as of an instant, and as of each later one at which its decisions change, if
   * no new fact comes: the last has no next change, unless there are more instants.
   *
   * @param most as of how many instants at most
   * @throws DecisionException where it cannot be decided as of one of them
   */
  List<Decisions> decideThroughout(CandidateRecord record, Instant asOf, int most);

  /** Which way of deciding it is, and how many records it has decided in both ways so far. */
  EngineUse use();

  /** How often each rule has fired so far, by its name; 0 included. */
  SortedMap<String, Long> firings();

  /** Releases what the engine holds. */
  @Override
  void close();
}
