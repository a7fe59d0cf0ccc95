package dev.certus.impact;

import dev.certus.decision.Decision;
import dev.certus.engine.DecisionException;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordReader;
import dev.certus.run.Rejection;
import dev.certus.time.Moment;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what differs. Those of several chunks are added up; used by one thread at a time. */
final class Tallies {

  private static final double SECONDS_A_DAY = 86_400;

  private final List<Condition> conditions;
  private final long[] counted;
  private final Map<Transition.Kind, Count> kinds = new LinkedHashMap<>();
  private final SortedMap<String, MoneyChange> money = new TreeMap<>();
  private final RecordSample sample = new RecordSample();
  private final List<Rejection> rejections = new ArrayList<>();
  private long records;
  private long skipped;
  private long rejected;
  private long undecided;
  private String firstUndecided; // whose it is and why; null where there is none
  private long changed;

  Tallies(List<Condition> conditions) {
    this.conditions = conditions;
    this.counted = new long[conditions.size()];
  }

  /** How often decisions differ in one way. */
  private static final class Count {
    private final SortedMap<Long, Long> days = new TreeMap<>();
    private long candidates;
    private long decisions;
    private CandidateRecord witness;
    private int size = Integer.MAX_VALUE;

    void witness(CandidateRecord record, int length) {
      boolean isSmaller =
          length < size
              || (length == size && record.candidateId().compareTo(witness.candidateId()) < 0);
      if (isSmaller) {
        witness = record;
        size = length;
      }
    }
  }

  /** All that was counted; the rejected records were taken away. */
  TalliesSnapshot snapshot() {
    List<TalliesSnapshot.OfKind> all = new ArrayList<>();
    kinds.forEach(
        (kind, count) ->
            all.add(
                new TalliesSnapshot.OfKind(
                    kind, count.candidates, count.decisions, count.days, line(count.witness))));
    return new TalliesSnapshot(
        records,
        skipped,
        rejected,
        undecided,
        firstUndecided,
        changed,
        Arrays.stream(counted).boxed().toList(),
        all,
        List.copyOf(money.values()),
        sample.records().stream().map(Tallies::line).toList());
  }

  private static String line(CandidateRecord record) {
    return new String(RecordJson.line(record), StandardCharsets.UTF_8);
  }

  /**
   * What was counted before.
   *
   * @throws RecordException where one of its records is none
   */
  static Tallies of(TalliesSnapshot then, List<Condition> conditions, RecordReader reader)
      throws RecordException {
    Tallies tallies = new Tallies(conditions);
    tallies.records = then.records();
    tallies.skipped = then.skipped();
    tallies.rejected = then.rejected();
    tallies.undecided = then.undecided();
    tallies.firstUndecided = then.firstUndecided();
    tallies.changed = then.changed();
    for (int i = 0; i < tallies.counted.length; i++) {
      tallies.counted[i] = then.counted().get(i);
    }
    for (TalliesSnapshot.OfKind kind : then.kinds()) {
      Count count = new Count();
      count.candidates = kind.candidates();
      count.decisions = kind.decisions();
      count.days.putAll(kind.days());
      byte[] witness = kind.witness().getBytes(StandardCharsets.UTF_8);
      count.witness(reader.read(ByteBuffer.wrap(witness)), witness.length);
      tallies.kinds.put(kind.kind(), count);
    }
    then.money().forEach(tallies::add);
    for (String line : then.sample()) {
      tallies.sample.add(reader.read(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8))));
    }
    return tallies;
  }

  void skip() {
    skipped++;
  }

  void reject(Rejection rejection) {
    rejections.add(rejection);
  }

  /** Takes the rejected records away. */
  List<Rejection> takeRejections() {
    List<Rejection> taken = List.copyOf(rejections);
    rejected += taken.size();
    rejections.clear();
    return taken;
  }

  /** The old pack decides a record, the new one does not. */
  void lose(CandidateRecord record, DecisionException why) {
    records++;
    undecided++;
    firstUndecided =
        firstUndecided == null
            ? "%s: %s".formatted(record.candidateId(), why.getMessage())
            : firstUndecided;
    for (int i = 0; i < counted.length; i++) {
      counted[i] += conditions.get(i).what() == Condition.What.UNDECIDED ? 1 : 0;
    }
  }

  /** Nothing differs on a record. */
  void same(CandidateRecord record) {
    records++;
    sample.add(record);
  }

  /** Something differs on a record. */
  void add(CandidateRecord record, List<Difference> differences, List<Cause> causes) {
    records++;
    changed++;
    sample.add(record);
    for (int i = 0; i < counted.length; i++) {
      counted[i] += conditions.get(i).counts(differences) ? 1 : 0;
    }
    Set<Transition.Kind> once = new HashSet<>();
    int length = RecordJson.line(record).length;
    for (int i = 0; i < differences.size(); i++) {
      Difference difference = differences.get(i);
      Transition.Kind kind = Transition.Kind.of(difference, causes.get(i));
      Count count = kinds.computeIfAbsent(kind, k -> new Count());
      count.decisions++;
      count.candidates += once.add(kind) ? 1 : 0;
      count.witness(record, length);
      Long days = daysMoved(difference);
      if (days != null) {
        count.days.merge(days, 1L, Long::sum);
      }
      addMoney(difference);
    }
  }

  private static Long daysMoved(Difference difference) {
    Decision before = difference.before();
    Decision after = difference.after();
    if (before == null || after == null || !before.code().equals(after.code())) {
      return null;
    }
    Long days = daysMoved(before.until(), after.until());
    days = days == null ? daysMoved(before.through(), after.through()) : days;
    return days == null ? daysMoved(before.from(), after.from()) : days;
  }

  private static Long daysMoved(Moment before, Moment after) {
    return before == null || after == null || before.equals(after)
        ? null
        : Long.valueOf(
            Math.round(
                Duration.between(before.instant(), after.instant()).toSeconds() / SECONDS_A_DAY));
  }

  private void addMoney(Difference difference) {
    Map<String, Object> before =
        difference.before() == null ? Map.of() : difference.before().details();
    Map<String, Object> after =
        difference.after() == null ? Map.of() : difference.after().details();
    Set<String> names = new HashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      boolean isMoney =
          before.get(name) instanceof BigDecimal || after.get(name) instanceof BigDecimal;
      if (isMoney && amount(before, name).compareTo(amount(after, name)) != 0) {
        add(
            new MoneyChange(
                difference.either().code(), name, 1, amount(before, name), amount(after, name)));
      }
    }
  }

  private static BigDecimal amount(Map<String, Object> details, String name) {
    return details.get(name) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
  }

  private void add(MoneyChange change) {
    money.merge(
        change.code() + " " + change.detail(),
        change,
        (one, other) ->
            new MoneyChange(
                one.code(),
                one.detail(),
                one.decisions() + other.decisions(),
                one.before().add(other.before()),
                one.after().add(other.after())));
  }

  /** Adds what was counted elsewhere. */
  void add(Tallies other) {
    records += other.records;
    skipped += other.skipped;
    rejections.addAll(other.rejections);
    rejected += other.rejected;
    undecided += other.undecided;
    sample.add(other.sample);
    firstUndecided = firstUndecided == null ? other.firstUndecided : firstUndecided;
    changed += other.changed;
    for (int i = 0; i < counted.length; i++) {
      counted[i] += other.counted[i];
    }
    other.kinds.forEach(
        (kind, count) -> {
          Count own = kinds.computeIfAbsent(kind, k -> new Count());
          own.candidates += count.candidates;
          own.decisions += count.decisions;
          own.witness(count.witness, count.size);
          count.days.forEach((days, number) -> own.days.merge(days, number, Long::sum));
        });
    other.money.values().forEach(this::add);
  }

  long records() {
    return records;
  }

  /** How many records were read in all. */
  long read() {
    return records + skipped + rejected;
  }

  long skipped() {
    return skipped;
  }

  long rejected() {
    return rejected;
  }

  long undecided() {
    return undecided;
  }

  String firstUndecided() {
    return firstUndecided;
  }

  long changed() {
    return changed;
  }

  /** Some of the candidates that both packs decide. */
  List<CandidateRecord> sample() {
    return sample.records();
  }

  List<MoneyChange> money() {
    return List.copyOf(money.values());
  }

  List<ConditionResult> conditions() {
    List<ConditionResult> results = new ArrayList<>();
    for (int i = 0; i < counted.length; i++) {
      results.add(conditions.get(i).result(counted[i], records));
    }
    return results;
  }

  /** Those of most candidates first. */
  List<Transition> transitions() {
    List<Transition> transitions = new ArrayList<>();
    kinds.forEach(
        (kind, count) ->
            transitions.add(
                new Transition(
                    kind, count.candidates, count.decisions, count.days, count.witness)));
    transitions.sort(
        Comparator.comparingLong(Transition::candidates)
            .reversed()
            .thenComparing(one -> one.kind().words())
            .thenComparing(one -> one.kind().clause())
            .thenComparing(one -> one.kind().cause().toString()));
    return transitions;
  }
}
