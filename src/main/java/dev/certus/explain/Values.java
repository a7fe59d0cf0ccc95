package dev.certus.explain;

import dev.certus.drl.Code;
import dev.certus.pack.Terms;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What simple expressions of rules come to: variables, fields of a fact, calls, texts and numbers.
 */
final class Values {

  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private final Terms terms;
  private final Object fact;
  private final Map<String, Object> bindings;

  /**
   * Values in sight of a match.
   *
   * @param fact whose fields stand for themselves, or null
   * @param bindings what the variables stand for
   */
  Values(Terms terms, Object fact, Map<String, Object> bindings) {
    this.terms = terms;
    this.fact = fact;
    this.bindings = bindings;
  }

  /** An expression that is no simple one, or that has no value here. */
  static final class Unknown extends Exception {

    private static final long serialVersionUID = 1;

    Unknown(String expression) {
      super(expression);
    }
  }

  /** What an expression comes to, which may be null. */
  Object of(String expression) throws Unknown {
    String text = expression.strip();
    if (TEXT.matcher(text).matches()) {
      return text.substring(1, text.length() - 1);
    }
    if (NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    return switch (text) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> path(Code.split(text, "."), text);
    };
  }

  private Object path(List<String> steps, String text) throws Unknown {
    String first = steps.get(0);
    Object value;
    if (first.equals("terms")) {
      value = terms;
    } else if (bindings.containsKey(first)) {
      value = bindings.get(first);
    } else if (fact != null && !first.startsWith("$")) {
      value = step(fact, first);
    } else {
      throw new Unknown(text);
    }
    for (String next : steps.subList(1, steps.size())) {
      value = step(value, next);
    }
    return value;
  }

  private Object step(Object owner, String step) throws Unknown {
    if (owner == null) {
      return null; // as rules have it: what is missing has no fields
    }
    int open = step.indexOf('(');
    String name = (open < 0 ? step : step.substring(0, open)).strip();
    List<Object> arguments = new ArrayList<>();
    if (open >= 0) {
      String inside = step.substring(open + 1, step.lastIndexOf(')'));
      for (String argument : inside.isBlank() ? List.<String>of() : Code.split(inside, ",")) {
        arguments.add(of(argument));
      }
    }
    return call(owner, name, arguments);
  }

  private static Object call(Object owner, String name, List<Object> arguments) throws Unknown {
    String property = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (String candidate : List.of(name, "get" + property, "is" + property)) {
      for (Method method : owner.getClass().getMethods()) {
        if (method.getName().equals(candidate) && takes(method, arguments)) {
          return invoke(method, owner, arguments);
        }
      }
    }
    throw new Unknown(name);
  }

  private static boolean takes(Method method, List<Object> arguments) {
    Class<?>[] types = method.getParameterTypes();
    boolean fits = types.length == arguments.size();
    for (int i = 0; fits && i < types.length; i++) {
      fits = arguments.get(i) == null || types[i].isInstance(arguments.get(i));
    }
    return fits;
  }

  private static Object invoke(Method method, Object owner, List<Object> arguments) throws Unknown {
    try {
      method.setAccessible(true); // its class need not be public
      return method.invoke(owner, arguments.toArray());
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new Unknown(method.getName());
    }
  }
}
