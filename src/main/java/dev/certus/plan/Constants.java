package dev.certus.plan;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The objects that the code of a class uses: Drools' lambdas, above all. Java's compiler takes them
 * for constants, so that it can put their code in the place of a call.
 */
final class Constants {

  private static final Handle AT =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          Type.getInternalName(MethodHandles.class),
          "classDataAt",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)Ljava/lang/Object;",
          false);

  private final List<Object> values = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();

  /** A constant for the code. */
  ConstantDynamic add(Object value, Class<?> type) {
    int place =
        places.computeIfAbsent(
            value,
            v -> {
              values.add(v);
              return values.size() - 1;
            });
    return new ConstantDynamic("_", Type.getDescriptor(type), AT, place);
  }

  /** The objects, by their places. */
  List<Object> values() {
    return values;
  }
}
