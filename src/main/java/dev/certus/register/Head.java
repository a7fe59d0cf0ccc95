package dev.certus.register;

import java.util.List;

/**
 * The end of a register, from which the next run goes on.
 *
 * @param last its last run; null where there is none
 * @param entries how many entries it has
 */
record Head(Run last, long entries) {

  static Head of(List<Run> runs) {
    return new Head(
        runs.isEmpty() ? null : runs.get(runs.size() - 1),
        runs.stream().mapToLong(Run::entries).sum());
  }

  /** The number of the run that comes next. */
  long nextRun() {
    return last == null ? 1 : last.number() + 1;
  }

  /** The hash that the next entry follows from. */
  String entriesHash() {
    return last == null ? Chain.START : last.entriesHash();
  }

  /** The hash that the next run follows from. */
  String hash() {
    return last == null ? Chain.START : last.hash();
  }

  /** Whether the last run decided by the same. */
  boolean isBy(Run.Policy policy) {
    return last != null && last.policy().equals(policy);
  }
}
