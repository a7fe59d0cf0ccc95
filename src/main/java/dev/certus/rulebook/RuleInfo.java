package dev.certus.rulebook;

import dev.certus.problem.Location;
import java.util.BitSet;

/**
 * What the engine knows of a rule apart from its logic.
 *
 * @param number its place among the pack's rules, from 0
 * @param name the rule's name
 * @param clause the id of the clause it states, or null where it only prepares others
 * @param readings which of the pack's readings it takes, as places in their order; not to be
 *     changed
 * @param gathers whether it gathers facts, by accumulate or collect
 * @param at its place
 */
public record RuleInfo(
    int number, String name, String clause, BitSet readings, boolean gathers, Location at) {}
