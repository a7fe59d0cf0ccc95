package dev.certus.plan;

import dev.certus.rulebook.RuleInfo;

/**
 * The facts of a type that pass checks which need no other fact. Rules that ask for the same share
 * one.
 *
 * @param number its number
 * @param type the facts' type
 * @param checks on a row of the globals and the fact
 * @param rule the first rule that asks for it
 */
record FactList(int number, Class<?> type, Check checks, RuleInfo rule) {}
