package dev.certus.explain;

import dev.certus.explain.Values.Known;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads fields of facts and calls their methods, by the names that rules use. */
final class Members {

  private Members() {}

  /** The result of a method or getter of an object; empty where there is none, or it throws. */
  static Optional<Known> called(Object owner, String name, List<Object> arguments) {
    String property = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (String candidate : List.of(name, "get" + property, "is" + property)) {
      for (Method method : owner.getClass().getMethods()) {
        if (method.getName().equals(candidate) && takes(method, arguments)) {
          return invoked(method, owner, arguments);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean takes(Method method, List<Object> arguments) {
    Class<?>[] types = method.getParameterTypes();
    boolean fits = types.length == arguments.size();
    for (int i = 0; fits && i < types.length; i++) {
      fits = arguments.get(i) == null || types[i].isInstance(arguments.get(i));
    }
    return fits;
  }

  private static Optional<Known> invoked(Method method, Object owner, List<Object> arguments) {
    try {
      method.setAccessible(true); // its class need not be public
      return Optional.of(new Known(method.invoke(owner, arguments.toArray())));
    } catch (IllegalAccessException | InvocationTargetException e) {
      return Optional.empty();
    }
  }
}
