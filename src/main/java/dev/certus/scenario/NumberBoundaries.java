package dev.certus.scenario;

import dev.certus.decision.DecisionDiff;
import dev.certus.engine.DecisionException;
import dev.certus.engine.SessionEngine;
import dev.certus.pack.PackFiles;
import dev.certus.pack.Term;
import dev.certus.pack.TermAmount;
import dev.certus.problem.PackException;
import dev.certus.rulebook.RuleBook;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether scenarios stand on both sides of terms that are numbers.
 *
 * <p>A rule may compare such a term with anything: a field, the number of certain facts, a sum. So
 * the scenarios that use the term are decided again with the term one less and one more: they stand
 * at the boundary on a side where one of them is decided otherwise. Reasons and details do not
 * count, since they may state the number.
 */
final class NumberBoundaries {

  private static final Set<String> STATING = Set.of("reason", "details");

  /** A change of a term that shows which scenarios stand at its boundary. */
  enum Shift {
    LESS(-1, "one less"),
    MORE(1, "one more");

    private final int by;
    private final String words;

    Shift(int by, String words) {
      this.by = by;
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final RuleBook book;
  private final List<ScenarioResult> results;

  /** The boundaries that scenarios of a pack reach, by their results; each of these has a trace. */
  NumberBoundaries(RuleBook book, List<ScenarioResult> results) {
    this.book = book;
    this.results = results;
  }

  /** The sides of a term's boundary; there is none below a term that is zero. */
  List<Shift> of(Term term) {
    return Stream.of(Shift.values())
        .filter(shift -> !shifted(term, shift).equals(book.files()))
        .toList();
  }

  /** The sides of a term's boundary on which no scenario is, in words. */
  List<String> missed(Term term) {
    return of(term).stream()
        .filter(shift -> !isReached(term, shift))
        .map(s -> "%s: no scenario is decided otherwise with %s".formatted(term.name(), s))
        .toList();
  }

  private boolean isReached(Term term, Shift shift) {
    List<ScenarioResult> using =
        results.stream()
            .filter(r -> r.trace().uses().stream().anyMatch(u -> u.term().equals(term.name())))
            .toList();
    if (using.isEmpty()) {
      return false;
    }
    try (SessionEngine engine = new SessionEngine(book.changed(shifted(term, shift)))) {
      return using.stream().anyMatch(result -> isDecidedOtherwise(result, engine));
    } catch (PackException e) {
      return false; // the number would be greater than a term may be
    }
  }

  private PackFiles shifted(Term term, Shift shift) {
    return TermAmount.shift(book.files(), term.name(), shift.by);
  }

  private static boolean isDecidedOtherwise(ScenarioResult result, SessionEngine engine) {
    Scenario scenario = result.scenario();
    try {
      DecisionDiff diff =
          DecisionDiff.between(
              result.trace().decisions().decisions(),
              engine.decide(scenario.record(), scenario.asOf()).decisions());
      return !diff.added().isEmpty()
          || !diff.removed().isEmpty()
          || diff.changed().stream().anyMatch(change -> !STATING.containsAll(change.fields()));
    } catch (DecisionException e) {
      return true;
    }
  }
}
