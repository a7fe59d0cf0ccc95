package dev.certus.plan;

import java.util.IdentityHashMap;
import java.util.List;
import org.drools.model.Binding;
import org.drools.model.Global;
import org.drools.model.Variable;

/**
 * Gives each variable of a rule its place in the row of values, and knows which bindings are still
 * to be worked out: each is, as late as it can be, since Drools does so when something needs it.
 */
@SuppressWarnings("rawtypes")
final class Slots {

  private final List<String> globals;
  private final IdentityHashMap<Variable, Integer> slots = new IdentityHashMap<>();
  private final IdentityHashMap<Variable, Binding> pending;
  private int width;

  /** Slots for a rule; the first are those of the globals. */
  Slots(List<String> globals) {
    this.globals = globals;
    this.pending = new IdentityHashMap<>();
    this.width = globals.size();
  }

  /** A new slot for a variable, or for nothing that has a name. */
  int add(Variable variable) {
    if (variable != null) {
      slots.put(variable, width);
    }
    return width++;
  }

  /** Whether a variable has a value by now, or will have one when it is asked for. */
  boolean has(Variable variable) {
    return variable instanceof Global || slots.containsKey(variable);
  }

  /** The slot of a variable. */
  int of(Variable variable) {
    if (variable instanceof Global<?> global) {
      int slot = globals.indexOf(global.getName());
      if (slot < 0) {
        throw new UnknownShapeException("it uses the global `" + global.getName() + "`");
      }
      return slot;
    }
    Integer slot = slots.get(variable);
    if (slot == null) {
      throw new UnknownShapeException(
          "it uses `" + variable.getName() + "`, which no pattern before binds");
    }
    return slot;
  }

  /** A binding, to be worked out when its variable is needed. */
  void bind(Binding binding) {
    add(binding.getBoundVariable());
    pending.put(binding.getBoundVariable(), binding);
  }

  /** Puts in front of a check what has to be worked out for some variables. */
  void require(Iterable<Variable> variables, List<Check> checks) {
    for (Variable variable : variables) {
      Binding binding = pending.remove(variable);
      if (binding != null) {
        require(List.of(binding.getInputVariables()), checks);
        checks.add(Checks.of(binding, this::of, of(variable)));
      }
    }
  }

  /** What is pending now, to come back to after a part that may not be gone through. */
  IdentityHashMap<Variable, Binding> pending() {
    return new IdentityHashMap<>(pending);
  }

  /** Goes back to what was pending before a part. */
  void restore(IdentityHashMap<Variable, Binding> before) {
    pending.clear();
    pending.putAll(before);
  }

  /** How many there are. */
  int width() {
    return width;
  }
}
