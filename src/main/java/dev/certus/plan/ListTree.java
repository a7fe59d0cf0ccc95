package dev.certus.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;

/** Lists of facts of one type as a tree of checks: what several begin with is tried once. */
final class ListTree {

  private final List<FactList> ending = new ArrayList<>();
  private final Map<Object, ListTree> branches = new LinkedHashMap<>();
  private Check check; // to come here; null at the root

  /** A tree of some lists. */
  static ListTree of(List<FactList> lists) {
    ListTree root = new ListTree();
    for (FactList list : lists) {
      ListTree at = root;
      for (FactList.Part part : list.parts()) {
        at = at.branches.computeIfAbsent(part.key(), key -> new ListTree());
        at.check = part.check();
      }
      at.ending.add(list);
    }
    return root;
  }

  /** Writes the code that puts a fact into those lists whose checks it passes. */
  void write(RuleCode code) {
    for (FactList list : ending) {
      code.loadEvaluation();
      code.number(list.number());
      code.load(Draft.GLOBALS.size());
      code.call(Evaluation.class, "take", void.class, int.class, Object.class);
    }
    for (ListTree branch : branches.values()) {
      Label other = new Label();
      branch.check.write(code, other);
      branch.write(code);
      code.at(other);
    }
  }
}
