package dev.certus.explain;

import dev.certus.decision.Decision;
import dev.certus.pack.Clause;
import dev.certus.pack.Reading;
import java.util.List;

/**
 * Why a decision was given.
 *
 * @param decision the decision
 * @param clause the clause that it follows from
 * @param readings the readings that it rests on
 * @param reasons the rules that gave it; several where one decision joins several grounds
 */
public record Explanation(
    Decision decision, Clause clause, List<Reading> readings, List<Reason> reasons) {}
