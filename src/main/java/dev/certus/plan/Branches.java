package dev.certus.plan;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Condition;
import org.drools.model.patterns.CompositePatterns;
import org.drools.model.patterns.ExistentialPatternImpl;

/**
 * Writes a rule's conditions as branches without {@code or}, each of which matches and fires on its
 * own, as Drools does.
 */
final class Branches {

  private Branches() {}

  /** The branches of a condition; each is a list of conditions that all must hold. */
  static List<List<Condition>> of(Condition condition) {
    return switch (condition.getType()) {
      case AND -> all(condition.getSubConditions());
      case OR -> {
        List<List<Condition>> branches = new ArrayList<>();
        condition.getSubConditions().forEach(one -> branches.addAll(of(one)));
        yield branches;
      }
      case NOT -> List.of(none(condition));
      case EXISTS ->
          of(inner(condition)).stream()
              .map(inner -> List.of(existence(Condition.Type.EXISTS, inner)))
              .toList();
      default -> List.of(List.of(condition));
    };
  }

  /** Each branch of the first with each branch of the others. */
  private static List<List<Condition>> all(List<Condition> conditions) {
    List<List<Condition>> branches = List.of(List.of());
    for (Condition condition : conditions) {
      List<List<Condition>> longer = new ArrayList<>();
      for (List<Condition> begun : branches) {
        for (List<Condition> rest : of(condition)) {
          List<Condition> branch = new ArrayList<>(begun);
          branch.addAll(rest);
          longer.add(branch);
        }
      }
      branches = longer;
    }
    return branches;
  }

  /** There is nothing that matches if no branch has anything that does. */
  private static List<Condition> none(Condition not) {
    return of(inner(not)).stream().map(inner -> existence(Condition.Type.NOT, inner)).toList();
  }

  private static Condition inner(Condition existential) {
    List<Condition> inner = existential.getSubConditions();
    return inner.size() == 1 ? inner.get(0) : new CompositePatterns(Condition.Type.AND, inner);
  }

  private static Condition existence(Condition.Type type, List<Condition> inner) {
    return new ExistentialPatternImpl(
        inner.size() == 1 ? inner.get(0) : new CompositePatterns(Condition.Type.AND, inner), type);
  }
}
