package dev.certus.plan;

import java.util.ArrayList;
import java.util.List;

/** The branches of rules that take the facts of a list. */
final class ListUse {

  private final List<Taker> takers = new ArrayList<>();
  private final List<Integer> branches = new ArrayList<>();

  private ListUse() {}

  /** A pattern of a branch, by its place; the branch by its number. */
  record Taker(int branch, int place) {}

  /** The uses of lists, by their numbers. */
  static List<ListUse> of(int lists, List<Branch> branches) {
    List<ListUse> uses = new ArrayList<>();
    for (int list = 0; list < lists; list++) {
      uses.add(new ListUse());
    }
    for (int branch = 0; branch < branches.size(); branch++) {
      List<Integer> taken = branches.get(branch).lists();
      for (int place = 0; place < taken.size(); place++) {
        uses.get(taken.get(place)).add(branch, place);
      }
    }
    return uses;
  }

  private void add(int branch, int place) {
    takers.add(new Taker(branch, place));
    if (!branches.contains(branch)) {
      branches.add(branch);
    }
  }

  /** Its patterns, in the order of the branches. */
  List<Taker> takers() {
    return takers;
  }

  /** The numbers of the branches, each once. */
  List<Integer> branches() {
    return branches;
  }
}
