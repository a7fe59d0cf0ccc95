package dev.certus.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.functions.Function1;

/**
 * How the facts of a type come into their lists: through some fillers, and through those that are
 * looked up by the text of a field, where many lists ask for different texts of it.
 *
 * @param type the type
 * @param fillers the numbers of the fillers that each fact goes through
 * @param fields the fields whose texts are looked up
 */
record Intake(Class<?> type, List<Integer> fillers, List<Field> fields) {

  /** So many lists make looking up cheaper than trying each. */
  private static final int MANY = 8;

  /** So many lists are filled by one method: Java does not compile the longest ones. */
  private static final int TOGETHER = 64;

  /**
   * A field.
   *
   * @param reader reads it
   * @param fillers by its text
   */
  record Field(Function1<Object, Object> reader, Map<Object, List<Integer>> fillers) {}

  /**
   * The intakes of some lists.
   *
   * @param trees takes the tree of each filler, by its number
   */
  static List<Intake> of(List<FactList> lists, List<ListTree> trees) {
    Map<Class<?>, List<FactList>> byType = new LinkedHashMap<>();
    lists.forEach(list -> byType.computeIfAbsent(list.type(), t -> new ArrayList<>()).add(list));
    List<Intake> intakes = new ArrayList<>();
    byType.forEach((type, its) -> intakes.add(of(type, its, trees)));
    return intakes;
  }

  private static Intake of(Class<?> type, List<FactList> lists, List<ListTree> trees) {
    Map<Integer, List<FactList>> byField = new LinkedHashMap<>();
    List<FactList> others = new ArrayList<>();
    for (FactList list : lists) {
      Equality first = list.parts().isEmpty() ? null : list.parts().get(0).equality();
      (first == null ? others : byField.computeIfAbsent(first.field(), f -> new ArrayList<>()))
          .add(list);
    }
    List<Field> fields = new ArrayList<>();
    for (List<FactList> asking : byField.values()) {
      if (asking.size() < MANY) {
        others.addAll(asking);
      } else {
        fields.add(field(asking, trees));
      }
    }
    return new Intake(type, fillers(others, trees), fields);
  }

  private static Field field(List<FactList> lists, List<ListTree> trees) {
    Map<Object, List<FactList>> byText = new LinkedHashMap<>();
    for (FactList list : lists) {
      Object text = list.parts().get(0).equality().value();
      byText.computeIfAbsent(text, t -> new ArrayList<>()).add(list);
    }
    Map<Object, List<Integer>> fillers = new HashMap<>();
    byText.forEach((text, its) -> fillers.put(text, fillers(its, trees)));
    return new Field(lists.get(0).parts().get(0).equality().reader(), fillers);
  }

  private static List<Integer> fillers(List<FactList> lists, List<ListTree> trees) {
    List<Integer> fillers = new ArrayList<>();
    for (List<FactList> some : Parts.of(lists, TOGETHER)) {
      fillers.add(trees.size());
      trees.add(ListTree.of(some));
    }
    return fillers;
  }

  /** Puts a fact into the lists that take it. */
  void put(Object fact, Plan plan, Evaluation evaluation) throws Exception {
    for (int filler : fillers) {
      plan.fill(filler, evaluation, fact);
    }
    for (Field field : fields) {
      for (int filler : field.fillers().getOrDefault(field.reader().apply(fact), List.of())) {
        plan.fill(filler, evaluation, fact);
      }
    }
  }
}
