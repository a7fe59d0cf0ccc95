/**
 * The contents of a pack except its rules: clauses and readings, the numbers in force on a date,
 * the catalogue of exams. Start at {@link dev.certus.pack.Pack}.
 */
package dev.certus.pack;
