package dev.certus.plan;

import java.util.List;
import java.util.function.ToIntFunction;
import org.drools.model.DeclarationSource;
import org.drools.model.From0;
import org.drools.model.From1;
import org.drools.model.From2;
import org.drools.model.From3;
import org.drools.model.From4;
import org.drools.model.Variable;
import org.drools.model.functions.Function0;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Function2;
import org.drools.model.functions.Function3;
import org.drools.model.functions.Function4;

/**
 * The expression of a {@code from} in Drools' model.
 *
 * @param variables what it reads
 * @param provider works it out
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // the model's lambdas have no types of their own
record Drawing(List<Variable> variables, Object provider) {

  private static final List<Class<?>> FUNCTIONS =
      List.of(Function0.class, Function1.class, Function2.class, Function3.class, Function4.class);

  /**
   * The expression of a source.
   *
   * @throws UnknownShapeException where it is no {@code from}, or reads more than four variables
   */
  static Drawing of(DeclarationSource source) {
    if (source instanceof From0 from) {
      return new Drawing(List.of(), from.getProvider());
    }
    if (source instanceof From4 from) {
      return new Drawing(
          List.of(
              from.getVariable(), from.getVariable2(), from.getVariable3(), from.getVariable4()),
          from.getProvider());
    }
    if (source instanceof From3 from) {
      return new Drawing(
          List.of(from.getVariable(), from.getVariable2(), from.getVariable3()),
          from.getProvider());
    }
    if (source instanceof From2 from) {
      return new Drawing(List.of(from.getVariable(), from.getVariable2()), from.getProvider());
    }
    if (source instanceof From1 from) {
      Object provider = from.getProvider();
      return new Drawing(
          List.of(from.getVariable()), provider == null ? (Function1) value -> value : provider);
    }
    throw new UnknownShapeException("it has a source that is no `from` of up to four variables");
  }

  /**
   * The code of the expression.
   *
   * @param slots where its variables are
   */
  Drawn.Source of(ToIntFunction<Variable> slots) {
    List<Integer> at = Checks.slots(variables, slots);
    Class<?> type = FUNCTIONS.get(at.size());
    return code -> {
      code.constant(provider, type);
      at.forEach(code::load);
      code.call(type, "apply", Object.class, Checks.objects(at.size()));
    };
  }
}
