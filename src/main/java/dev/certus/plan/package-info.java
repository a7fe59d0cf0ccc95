/**
 * Evaluates compiled rules without a session of Drools, as loops over lists of facts. Start at
 * {@link dev.certus.plan.Plan}.
 *
 * <p>A rule's way, once when the rules are loaded, and then for each candidate:
 *
 * <pre>
 *  DRL ── compile ──▶ Drools' model of the rule: patterns, constraints, consequence
 *                        │ RulePlanner, for each branch of an `or` (Branches)
 *                        ▼
 *  steps, one after another:   Join ──▶ Existence ──▶ Gather ──▶ Fire
 *                               │          │            │          │
 *                     each fact of     no match     functions   the consequence;
 *                     a list, with     of inner     over inner  its new facts wait
 *                     its checks       steps        matches     in a queue
 *                               │
 *      ┌────────────────────────┤
 *      ▼                        ▼
 *  FactList: the facts      PlanCompiler: each branch as a method, whose loops are
 *  of a type that pass      the steps, and whose constants are Drools' lambdas
 *  the checks that need     (RuleCode, Constants, PlanCode)
 *  no other fact
 * </pre>
 *
 * <p>An {@link dev.certus.plan.Evaluation} puts each fact of a candidate into the lists that take
 * it ({@code Intake}), which opens the branches all of whose patterns have a fact by then ({@code
 * OpenBranches}). Phase by phase, it tries each open branch on all facts, and after that each new
 * fact in turn: a new fact stands in for one pattern of a branch, the patterns before that one take
 * only older facts, and so each match is found exactly once. What is negated or gathered comes from
 * earlier phases and is complete. Anything that this way is not proved for is refused, with its
 * reason ({@link dev.certus.plan.UnplannedException}).
 */
package dev.certus.plan;
