package dev.certus.impact;

import dev.certus.decision.Decision;
import dev.certus.engine.Answer;
import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.record.CandidateRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the edits that make decisions differ: decides with each group of edits alone, and with all
 * but that group. Thread-safe.
 */
final class Attribution implements AutoCloseable {

  private final List<PackEdit> edits;
  private final List<Trial> trials = new ArrayList<>();

  /** A group of edits, and what decides with it alone and without it. */
  private record Trial(List<PackEdit> edits, Engine alone, Engine without) {}

  /**
   * The attribution of what differs between two packs.
   *
   * @param groups the groups of edits that lead from the one to the other
   */
  Attribution(List<EditGroup> groups, Limits limits) {
    this.edits = groups.stream().map(EditGroup::edits).flatMap(Collection::stream).toList();
    if (groups.size() > 1) {
      for (EditGroup group : groups) {
        trials.add(
            new Trial(
                group.edits(),
                EngineChoice.openOne(group.alone(), limits),
                EngineChoice.openOne(group.without(), limits)));
      }
    }
  }

  /** What the groups of edits decide of one record. */
  Outcomes outcomes(CandidateRecord record, Instant asOf) {
    return new Outcomes(record, asOf);
  }

  private static Optional<List<Decision>> decide(
      Engine engine, CandidateRecord record, Instant asOf) {
    Answer answer = engine.decide(List.of(record), asOf).get(0);
    return answer instanceof Answer.Decided decided
        ? Optional.of(decided.decisions().decisions())
        : Optional.empty();
  }

  /** What is decided of one record with each group alone, and without it. */
  final class Outcomes {

    private final CandidateRecord record;
    private final Instant asOf;
    private final List<Optional<List<Decision>>> alone;
    private List<Optional<List<Decision>>> without; // null until no group alone was enough

    private Outcomes(CandidateRecord record, Instant asOf) {
      this.record = record;
      this.asOf = asOf;
      this.alone = trials.stream().map(trial -> decide(trial.alone(), record, asOf)).toList();
    }

    private List<Optional<List<Decision>>> without() {
      if (without == null) {
        without = trials.stream().map(trial -> decide(trial.without(), record, asOf)).toList();
      }
      return without;
    }

    /**
     * Which edits make the answer to a question differ.
     *
     * @param question a decision that answers it
     * @param after the new answer, or null where there is none
     */
    Cause cause(Decision question, Decision after) {
      if (trials.isEmpty()) {
        return new Cause(Cause.Kind.ONE, edits);
      }
      List<Trial> enough = new ArrayList<>();
      for (int i = 0; i < trials.size(); i++) {
        if (isAnswer(alone.get(i), question, after)) {
          enough.add(trials.get(i));
        }
      }
      return enough.isEmpty()
          ? together(question, after)
          : new Cause(enough.size() == 1 ? Cause.Kind.ONE : Cause.Kind.EACH, edits(enough));
    }

    /** Where no group is enough: those without which the answer is another. */
    private Cause together(Decision question, Decision after) {
      List<Trial> needed = new ArrayList<>();
      for (int i = 0; i < trials.size(); i++) {
        if (!isAnswer(without().get(i), question, after)) {
          needed.add(trials.get(i));
        }
      }
      // Where fewer than two are needed, one can stand in for another: no fewer can be named.
      return new Cause(Cause.Kind.TOGETHER, needed.size() < 2 ? edits : edits(needed));
    }

    private List<PackEdit> edits(List<Trial> some) {
      return some.stream().map(Trial::edits).flatMap(Collection::stream).toList();
    }

    private boolean isAnswer(Optional<List<Decision>> given, Decision question, Decision after) {
      return given.isPresent()
          && Objects.equals(
              after,
              given.get().stream()
                  .filter(decision -> decision.compareTo(question) == 0)
                  .findFirst()
                  .orElse(null));
    }
  }

  @Override
  public void close() {
    trials.stream().flatMap(t -> Stream.of(t.alone(), t.without())).forEach(Engine::close);
  }
}
