package dev.certus.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How two lists of decisions about one candidate differ.
 *
 * <p>Decisions that answer the same question (one subject, code and clause) are compared with each
 * other; where several do, those that are equal first, then the others in their order. All lists
 * are in the order of decisions. Moments are equal where their instants are.
 *
 * @param added decisions that answer a question which had no answer before
 * @param removed decisions whose question has no answer any more
 * @param changed questions that are answered otherwise
 */
public record DecisionDiff(List<Decision> added, List<Decision> removed, List<Change> changed) {

  /**
   * Two answers to one question.
   *
   * @param before the one
   * @param after the other
   * @param fields the names of the fields that differ, as {@link DecisionFields#of} names them
   */
  public record Change(Decision before, Decision after, List<String> fields) {

    /** Keeps an unmodifiable copy of the list. */
    public Change {
      fields = List.copyOf(fields);
    }

    private static Change of(Decision before, Decision after) {
      return new Change(
          before,
          after,
          DecisionFields.differing(
              DecisionFields.of(before), DecisionFields.of(after), Objects::equals));
    }
  }

  /** Keeps unmodifiable copies of the lists. */
  public DecisionDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /** How {@code after} differs from {@code before}; the order of either does not matter. */
  public static DecisionDiff between(List<Decision> before, List<Decision> after) {
    NavigableMap<Decision, List<Decision>> one = byQuestion(before);
    NavigableMap<Decision, List<Decision>> other = byQuestion(after);
    NavigableSet<Decision> questions = new TreeSet<>(one.keySet());
    questions.addAll(other.keySet());
    List<Decision> added = new ArrayList<>();
    List<Decision> removed = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    for (Decision question : questions) {
      List<Decision> gone = new ArrayList<>(one.getOrDefault(question, List.of()));
      List<Decision> come = new ArrayList<>(other.getOrDefault(question, List.of()));
      gone.removeIf(come::remove);
      int pairs = Math.min(gone.size(), come.size());
      for (int i = 0; i < pairs; i++) {
        changed.add(Change.of(gone.get(i), come.get(i)));
      }
      removed.addAll(gone.subList(pairs, gone.size()));
      added.addAll(come.subList(pairs, come.size()));
    }
    return new DecisionDiff(added, removed, changed);
  }

  /**
   * The decisions of each question; decisions compare as equal where their question is the same.
   */
  private static NavigableMap<Decision, List<Decision>> byQuestion(List<Decision> decisions) {
    NavigableMap<Decision, List<Decision>> questions = new TreeMap<>();
    decisions.forEach(
        decision -> questions.computeIfAbsent(decision, d -> new ArrayList<>()).add(decision));
    return questions;
  }

  /** Whether the two lists hold the same decisions. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }
}
