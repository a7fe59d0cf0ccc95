package dev.certus.impact;

import dev.certus.decision.Decision;
import dev.certus.engine.Answer;
import dev.certus.engine.Engine;
import dev.certus.population.Variants;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordReader;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.Fault;
import dev.certus.run.InputRecord;
import dev.certus.run.ParsedRecord;
import dev.certus.run.RecordPipeline;
import dev.certus.run.RecordSource;
import dev.certus.run.RunListener;
import dev.certus.run.SourceMark;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides a population by two packs, and finds what differs and which edits make it differ. The
 * records are read once. Used once.
 */
public final class Comparison {

  /** How often a witness is made smaller at most. */
  private static final int SHRINKS = 60;

  /** How many months the coming year is looked at. */
  private static final int MONTHS = 12;

  private final RuleBook before;
  private final RuleBook after;
  private final ComparisonOptions options;
  private final RecordReader reader;
  private final List<PackEdit> edits;
  private final EditGroups groups;
  private Engine old;
  private Engine now;
  private Attribution attribution; // null until something differs
  private SourceMark end; // null until all was read

  /**
   * A comparison.
   *
   * @param reader reads the records
   */
  public Comparison(
      RuleBook before, RuleBook after, ComparisonOptions options, RecordReader reader) {
    this.before = before;
    this.after = after;
    this.options = options;
    this.reader = reader;
    this.groups = new EditGroups(before, after);
    this.edits = groups.edits();
  }

  /**
   * Compares.
   *
   * @param listener sees how far it is, and what is rejected
   * @throws IOException where the source cannot be read on
   */
  public Impact run(RecordSource source, RunListener listener) throws IOException {
    return run(source, listener, null);
  }

  /**
   * Compares, or resumes where an earlier comparison was cut off.
   *
   * @param listener sees how far it is, and what is rejected from now on
   * @param checkpoint keeps how far it has come, or is null
   * @throws IOException where the source cannot be read on, or has changed since the checkpoint, or
   *     that cannot be read or kept
   */
  public Impact run(RecordSource source, RunListener listener, ComparisonCheckpoint checkpoint)
      throws IOException {
    ComparisonCheckpoint.Reached reached = checkpoint == null ? null : checkpoint.resume();
    Tallies all = reached == null ? new Tallies(options.conditions()) : resumed(reached);
    if (reached != null) {
      listener.resumed(reached.records());
    }
    int every = checkpoint == null ? Integer.MAX_VALUE : checkpoint.every();
    try (Engine one = options.engine().open(before, options.limits());
        Engine other = options.engine().open(after, options.limits())) {
      old = one;
      now = other;
      end =
          new RecordPipeline<>(this::compare, options.threads(), every)
              .run(
                  source,
                  reached == null ? null : reached.mark(),
                  (chunk, mark) -> {
                    all.add(chunk);
                    all.takeRejections().forEach(listener::rejected);
                    listener.progressed(all.read(), all.rejected(), source.progress());
                    if (checkpoint != null && mark != null) {
                      checkpoint.keep(mark, all.snapshot());
                    }
                  });
      return new Impact(
          before.files(),
          after.files(),
          source.name(),
          options.asOf(),
          edits,
          all.records(),
          all.skipped(),
          all.rejected(),
          all.undecided(),
          all.firstUndecided(),
          all.changed(),
          all.transitions().stream().map(this::shrunk).toList(),
          all.money(),
          edits.isEmpty() || !options.year() ? List.of() : year(all),
          all.conditions());
    } finally {
      if (attribution != null) {
        attribution.close();
      }
    }
  }

  private Tallies resumed(ComparisonCheckpoint.Reached reached) throws IOException {
    try {
      return Tallies.of(reached.tallies(), options.conditions(), reader);
    } catch (RecordException e) {
      throw new IOException("the checkpoint holds a record that cannot be read", e);
    }
  }

  /** The end of the source that was compared. */
  public SourceMark end() {
    return end;
  }

  private Tallies compare(List<InputRecord> chunk) {
    Tallies tallies = new Tallies(options.conditions());
    List<ParsedRecord> parsed = new ArrayList<>();
    for (InputRecord input : chunk) {
      ParsedRecord one = ParsedRecord.of(input, reader);
      if (one.fault() != null) {
        tallies.reject(one.rejected(one.fault()));
      } else if (isChosen(one.candidateId())) {
        parsed.add(one);
      } else {
        tallies.skip();
      }
    }
    List<CandidateRecord> records = parsed.stream().map(ParsedRecord::record).toList();
    List<Answer> ones = old.decide(records, options.asOf());
    List<Answer> others = now.decide(records, options.asOf());
    for (int i = 0; i < records.size(); i++) {
      compare(parsed.get(i), ones.get(i), others.get(i), tallies);
    }
    return tallies;
  }

  private void compare(ParsedRecord parsed, Answer one, Answer other, Tallies tallies) {
    CandidateRecord record = parsed.record();
    if (one instanceof Answer.Undecided undecided) {
      tallies.reject(parsed.rejected(Fault.of(undecided.cause())));
    } else if (other instanceof Answer.Undecided undecided) {
      tallies.lose(record, undecided.cause());
    } else {
      List<Difference> differences = differences(one, other);
      if (differences.isEmpty()) {
        tallies.same(record);
      } else {
        tallies.add(record, differences, causes(record, differences));
      }
    }
  }

  private static List<Difference> differences(Answer one, Answer other) {
    return Difference.between(one.decisions().decisions(), other.decisions().decisions());
  }

  private List<Cause> causes(CandidateRecord record, List<Difference> differences) {
    Attribution.Outcomes outcomes = attribution().outcomes(record, options.asOf());
    return differences.stream().map(difference -> cause(outcomes, difference)).toList();
  }

  /** What makes the new decision come, or the old one go where there is no new one. */
  private static Cause cause(Attribution.Outcomes outcomes, Difference difference) {
    Decision question = difference.either();
    return outcomes.cause(question, difference.after());
  }

  private synchronized Attribution attribution() {
    if (attribution == null) {
      attribution = new Attribution(groups.of(edits), options.limits());
    }
    return attribution;
  }

  /** A candidate is chosen by its id, so that the same are the next time. */
  private boolean isChosen(String candidateId) {
    return options.share() >= 1 || RecordSample.share(candidateId) < options.share();
  }

  /** How many candidates differ a month later, two months later, and so on. */
  private List<MonthImpact> year(Tallies all) {
    List<CandidateRecord> sample = all.sample();
    List<MonthImpact> year = new ArrayList<>();
    for (int months = 0; months <= MONTHS; months++) {
      Instant at = options.asOf().atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
      List<Answer> ones = old.decide(sample, at);
      List<Answer> others = now.decide(sample, at);
      long changed =
          IntStream.range(0, sample.size())
              .filter(i -> isChanged(ones.get(i), others.get(i)))
              .count();
      year.add(
          new MonthImpact(
              at,
              changed,
              sample.size(),
              Estimate.of(changed, sample.size(), all.records() + all.skipped())));
    }
    return year;
  }

  private static boolean isChanged(Answer one, Answer other) {
    return one instanceof Answer.Decided
        && (other instanceof Answer.Undecided || !differences(one, other).isEmpty());
  }

  /** With a witness that cannot be made smaller by leaving one thing out. */
  private Transition shrunk(Transition transition) {
    CandidateRecord witness = transition.witness();
    for (int i = 0; i < SHRINKS; i++) {
      CandidateRecord smaller =
          Variants.smaller(witness)
              .filter(record -> shows(transition, record))
              .findFirst()
              .orElse(null);
      if (smaller == null) {
        break;
      }
      witness = smaller;
    }
    return new Transition(
        transition.kind(),
        transition.candidates(),
        transition.decisions(),
        transition.daysMoved(),
        witness);
  }

  private boolean shows(Transition transition, CandidateRecord record) {
    Answer one = old.decide(List.of(record), options.asOf()).get(0);
    Answer other = now.decide(List.of(record), options.asOf()).get(0);
    if (!(one instanceof Answer.Decided) || !(other instanceof Answer.Decided)) {
      return false;
    }
    List<Difference> differences = differences(one, other);
    List<Cause> causes = differences.isEmpty() ? List.of() : causes(record, differences);
    for (int i = 0; i < differences.size(); i++) {
      if (Transition.Kind.of(differences.get(i), causes.get(i)).equals(transition.kind())) {
        return true;
      }
    }
    return false;
  }
}
