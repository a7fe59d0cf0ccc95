package dev.certus.explain;

import dev.certus.decision.Decision;
import dev.certus.decision.Subject;
import dev.certus.drl.RuleSource;
import dev.certus.engine.Trace.Firing;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds out why records did not get a decision. Thread-safe. */
public final class WhyNot {

  private final RuleBook book;
  private final Map<Set<RuleSource>, ProbeBook> probing = new HashMap<>();

  /** For records that are decided by the rules of {@code book}. */
  public WhyNot(RuleBook book) {
    this.book = book;
  }

  /**
   * Why a decision was not given: for each subject that it could be about and is not, or once where
   * no rule came so far as to have a subject.
   *
   * @param code the decision's code, of which the pack has one
   * @param given the decisions that were given for the record as of the instant
   * @param id the subject's id, or null for all
   */
  public synchronized List<Refusal> of(
      CandidateRecord record, Instant asOf, String code, List<Decision> given, String id) {
    List<RuleSource> rules =
        book.drl().rules().stream().filter(rule -> rule.codes().contains(code)).toList();
    Set<RuleSource> tried = new LinkedHashSet<>(rules);
    while (true) {
      Probes probes =
          probing
              .computeIfAbsent(Set.copyOf(tried), all -> ProbeBook.of(book, all))
              .on(record, asOf);
      Shortfalls shortfalls = new Shortfalls(book, probes);
      List<Refusal> refusals = new ArrayList<>();
      for (Subject subject : subjects(rules, probes, code, given, id)) {
        refusals.add(refusal(rules, shortfalls, code, subject));
      }
      if (!tried.addAll(shortfalls.untried())) {
        return new Outlook(book, record, asOf).complete(refusals);
      }
    }
  }

  /** What the decision could be about; null alone where no rule came so far. */
  private Collection<Subject> subjects(
      List<RuleSource> rules, Probes probes, String code, List<Decision> given, String id) {
    Set<Subject> subjects = new TreeSet<>();
    for (RuleSource rule : rules) {
      for (int step = 0; step < probes.steps(rule).size(); step++) {
        for (Firing firing : probes.reaching(rule, step)) {
          given(rule, firing.bindings())
              .filter(decision -> decision.mayBe(code))
              .map(GivenDecision::subject)
              .filter(Objects::nonNull)
              .forEach(subjects::add);
        }
      }
    }
    Predicate<Subject> asked = subject -> id == null || subject.id().equals(id);
    List<Subject> about =
        given.stream().filter(d -> d.code().equals(code)).map(Decision::subject).toList();
    boolean answered = about.stream().anyMatch(asked);
    subjects.removeIf(asked.negate().or(about::contains));
    List<Subject> nobody = new ArrayList<>();
    nobody.add(null);
    return subjects.isEmpty() && !answered ? nobody : subjects;
  }

  private Refusal refusal(
      List<RuleSource> rules, Shortfalls shortfalls, String code, Subject subject) {
    Function<RuleSource, NearMiss> miss =
        rule -> shortfalls.of(rule, firing -> concerns(rule, firing, code, subject));
    List<RuleSource> able =
        rules.stream()
            .filter(rule -> subject == null || mayBeAbout(rule, code, subject.kind()))
            .toList();
    Map<RuleSource, NearMiss> first = new LinkedHashMap<>();
    able.forEach(rule -> first.put(rule, miss.apply(rule)));
    shortfalls.startAnew(); // the nearest rule is shown with all its details
    List<NearMiss> misses =
        able.stream()
            .filter(rule -> first.get(rule) != null)
            .sorted(Comparator.comparing(rule -> first.get(rule).left()))
            .map(miss)
            .toList();
    shortfalls.startAnew();
    List<NearMiss> nearest = new ArrayList<>(misses.stream().map(NearMiss::brief).toList());
    if (!nearest.isEmpty()) {
      nearest.set(0, misses.get(0));
    }
    return new Refusal(code, subject, nearest, null, false);
  }

  private boolean mayBeAbout(RuleSource rule, String code, String kind) {
    return given(rule, Map.of()).anyMatch(given -> given.mayBe(code) && given.mayBeAbout(kind));
  }

  private boolean concerns(RuleSource rule, Firing firing, String code, Subject subject) {
    return given(rule, firing.bindings())
        .filter(given -> given.mayBe(code))
        .map(GivenDecision::subject)
        .anyMatch(about -> subject == null || about == null || about.equals(subject));
  }

  /** What a rule gives, as far as the values of its variables say. */
  private Stream<GivenDecision> given(RuleSource rule, Map<String, Object> bindings) {
    Values values = new Values(book.pack().terms(), null, bindings);
    return rule.gives().stream().map(give -> new GivenDecision(give, values));
  }
}
