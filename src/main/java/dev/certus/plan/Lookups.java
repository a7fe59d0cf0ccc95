package dev.certus.plan;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.drools.model.Binding;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;

/** Finds how the patterns of a branch can look up their facts. */
@SuppressWarnings("rawtypes") // the model's variables have no types of their own
final class Lookups {

  private static final Function1<Object, Object> ITSELF = value -> value;

  private final FactIndexes indexes;
  private final IdentityHashMap<Variable, Asking> asking = new IdentityHashMap<>();

  Lookups(FactIndexes indexes) {
    this.indexes = indexes;
  }

  /** A pattern that looks up its facts by a variable, by its place. */
  private record Asking(int place, Lookup lookup) {}

  /**
   * By an earlier value: the first of some constraints that allows it; none where none does.
   *
   * @param list the number of the pattern's list
   * @param place the pattern's place, or -1
   * @param slots knows which values are earlier
   */
  List<Join.Index> byValue(
      int list, int place, Pattern<?> pattern, List<Constraint> constraints, Slots slots) {
    for (Constraint constraint : constraints) {
      Lookup lookup = Lookup.of(constraint, pattern.getPatternVariable());
      if (lookup != null && slots.has(lookup.other())) {
        if (place >= 0) {
          asking.put(lookup.other(), new Asking(place, lookup));
        }
        int number = indexes.number(list, lookup.reader());
        return List.of(new Join.ByValue(number, lookup.key(), slots.of(lookup.other())));
      }
    }
    return List.of();
  }

  /**
   * By a new fact that stands in for a later pattern, which looks up its own facts by the fact of
   * this pattern or by a field that is bound here.
   */
  @SuppressWarnings("unchecked") // nor have its lambdas
  List<Join.Index> byPivot(int list, Pattern<?> pattern) {
    List<Join.Index> found = new ArrayList<>();
    Variable own = pattern.getPatternVariable();
    add(list, own, ITSELF, found);
    for (Binding binding : pattern.getBindings()) {
      if (binding.getInputVariables().length == 1
          && binding.getInputVariable() == own
          && binding.getBindingFunction() != null) {
        add(list, binding.getBoundVariable(), binding.getBindingFunction(), found);
      }
    }
    return found;
  }

  private void add(
      int list, Variable variable, Function1<Object, Object> reader, List<Join.Index> found) {
    Asking later = asking.get(variable);
    if (later != null) {
      int number = indexes.number(list, new Composed(reader, later.lookup().key()));
      found.add(new Join.ByPivot(number, later.lookup().reader(), later.place()));
    }
  }
}
