package dev.certus.plan;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * A pattern with {@code from}: takes each value that an expression gives, if it has the type and
 * passes the checks.
 *
 * @param source gives a collection, an array, or one value
 * @param type the pattern's type
 * @param slot where the value goes
 * @param before what the expression and the checks need and is the same for each value
 */
record Drawn(Source source, Class<?> type, int slot, Check before, Check checks, PlanStep next)
    implements PlanStep {

  /** The expression behind {@code from}. */
  interface Source {
    /** Writes the code that puts its value on the stack. */
    void write(RuleCode code);
  }

  @Override
  public void write(RuleCode code, Label other, Label found) {
    int values = code.local();
    Label next = new Label();
    before.write(code, other);
    source.write(code);
    code.callStatic(Drawn.class, "iterator", Iterator.class, Object.class);
    code.variable(Opcodes.ASTORE, values);
    code.at(next);
    code.variable(Opcodes.ALOAD, values);
    code.call(Iterator.class, "hasNext", boolean.class);
    code.jump(Opcodes.IFEQ, other);
    code.variable(Opcodes.ALOAD, values);
    code.call(Iterator.class, "next", Object.class);
    code.store(slot);
    isOf(code, type, slot, next);
    checks.write(code, next);
    this.next.write(code, next, found);
  }

  /** Jumps unless the value of a slot is of a type. */
  static void isOf(RuleCode code, Class<?> type, int slot, Label other) {
    code.constant(type, Class.class);
    code.load(slot);
    code.call(Class.class, "isInstance", boolean.class, Object.class);
    code.jump(Opcodes.IFEQ, other);
  }

  /** The values of an expression; called by the code. */
  static Iterator<?> iterator(Object given) {
    if (given instanceof Iterable<?> several) {
      return several.iterator();
    }
    if (given instanceof Iterator<?> iterator) {
      return iterator;
    }
    return (given instanceof Object[] array ? Arrays.asList(array) : one(given)).iterator();
  }

  private static List<?> one(Object value) {
    return value == null ? List.of() : List.of(value);
  }
}
