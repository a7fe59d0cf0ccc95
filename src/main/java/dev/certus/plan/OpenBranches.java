package dev.certus.plan;

import java.util.BitSet;
import java.util.List;

/**
 * The branches that may match, since each of their patterns has a fact to take: a candidate has
 * facts for few of the rules, and the others cost nothing. Used by one thread at a time.
 */
final class OpenBranches {

  private final int[][] byList; // the branches that take from a list, by its number
  private final int[] missing; // how many lists of a branch are still empty
  private final BitSet open = new BitSet();

  OpenBranches(List<ListUse> lists, int branches) {
    this.byList =
        lists.stream()
            .map(list -> list.branches().stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    this.missing = new int[branches];
    for (int[] taking : byList) {
      for (int branch : taking) {
        missing[branch]++;
      }
    }
    for (int branch = 0; branch < branches; branch++) {
      open.set(branch, missing[branch] == 0);
    }
  }

  /** A list has its first fact. */
  void fills(int list) {
    for (int branch : byList[list]) {
      missing[branch]--;
      if (missing[branch] == 0) {
        open.set(branch);
      }
    }
  }

  /** A list is empty again. */
  void empties(int list) {
    for (int branch : byList[list]) {
      missing[branch]++;
      open.clear(branch);
    }
  }

  /** The first branch from a number on, or -1. */
  int next(int from) {
    return open.nextSetBit(from);
  }

  boolean has(int branch) {
    return open.get(branch);
  }
}
