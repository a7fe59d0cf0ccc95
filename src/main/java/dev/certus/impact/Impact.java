package dev.certus.impact;

import dev.certus.pack.PackFiles;
import java.time.Instant;
import java.util.List;

/**
 * What a change of a pack does to a population.
 *
 * @param before the old pack's files
 * @param after the new pack's files
 * @param source how messages name the records' source
 * @param asOf the instant decided for
 * @param edits the parts of the pack that differ
 * @param records how many records were compared
 * @param skipped how many records a sample left out
 * @param rejected how many records were not compared, as neither pack can decide them
 * @param undecided how many records the old pack decides, and the new one cannot
 * @param firstUndecided the first of them and why; null where there is none
 * @param changed how many candidates have a decision that differs
 * @param transitions in which ways decisions differ, those of most candidates first
 * @param money how sums of money change
 * @param year how many candidates differ if they are decided each month from then on, for a year;
 *     none where nobody asked, or the packs say the same
 * @param conditions whether each condition holds
 */
public record Impact(
    PackFiles before,
    PackFiles after,
    String source,
    Instant asOf,
    List<PackEdit> edits,
    long records,
    long skipped,
    long rejected,
    long undecided,
    String firstUndecided,
    long changed,
    List<Transition> transitions,
    List<MoneyChange> money,
    List<MonthImpact> year,
    List<ConditionResult> conditions) {

  /** Keeps unmodifiable copies of the lists. */
  public Impact {
    edits = List.copyOf(edits);
    transitions = List.copyOf(transitions);
    money = List.copyOf(money);
    year = List.copyOf(year);
    conditions = List.copyOf(conditions);
  }

  /** Whether no decision differs. */
  public boolean isNone() {
    return changed == 0 && undecided == 0;
  }

  /** Whether some candidates were left out. */
  public boolean isSample() {
    return skipped > 0;
  }

  /** How many there are in all, by the sample: an estimate, between two bounds. */
  public Estimate estimate(long counted) {
    return Estimate.of(counted, records, records + skipped);
  }
}
