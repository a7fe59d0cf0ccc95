package dev.certus.types;

import dev.certus.drl.DrlTree;
import dev.certus.drl.ImportSource;
import dev.certus.drl.Span;
import dev.certus.drl.TypeSource;
import dev.certus.drl.TypeSource.FieldSource;
import dev.certus.fact.FactTypes;
import dev.certus.fact.Holder;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that a pack's rules can name, and the types of their fields. */
public final class Types {

  /** The types of numbers and flags that a declared fact can hold. */
  private static final Map<String, Class<?>> PRIMITIVE =
      Map.of("boolean", boolean.class, "int", int.class, "long", long.class);

  private final DrlTree drl;
  private final FactTypes facts;
  private final Map<String, Typed> named = new HashMap<>(); // those asked for so far
  private final Set<String> moving; // TYPE.FIELD of declared facts whose field follows the present

  public Types(DrlTree drl) {
    this(drl, Set.of());
  }

  /** Types some of whose fields follow the present: {@code TYPE.FIELD}. */
  public Types(DrlTree drl, Set<String> moving) {
    this.drl = drl;
    this.facts = FactTypes.of(drl.files());
    this.moving = moving;
  }

  /**
   * The type of a name: one that the pack declares or imports, one of {@code java.lang}, or that of
   * numbers or flags.
   */
  public Typed named(String name) {
    return named.computeIfAbsent(name, this::find);
  }

  private Typed find(String name) {
    TypeSource declared = drl.type(name);
    if (declared != null) {
      return new Typed(null, declared, null, null, false);
    }
    Optional<Class<?>> imported =
        drl.imports().stream()
            .map(ImportSource::name)
            .map(Span::text)
            .filter(path -> path.equals(name) || path.endsWith("." + name))
            .findFirst()
            .flatMap(this::load);
    return Optional.<Class<?>>ofNullable(PRIMITIVE.get(name))
        .or(() -> Optional.ofNullable(facts.type(name)))
        .or(() -> imported)
        .or(() -> load(name))
        .or(() -> load("java.lang." + name))
        .map(type -> new Typed(type, null, null, null, false))
        .orElse(Typed.UNKNOWN);
  }

  private Optional<Class<?>> load(String path) {
    try {
      return Optional.of(Class.forName(path, false, facts.loader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** The type of a field, or of what a method without arguments returns. */
  public Typed member(Typed owner, String name) {
    if (owner.declared() != null) {
      return declaredField(owner.declared(), name);
    }
    if (owner.type() == null) {
      return Typed.UNKNOWN;
    }
    // Of a candidate, whatever is time is the present.
    return javaField(owner.type(), name)
        .moving(owner.moves() || Holder.class.isAssignableFrom(owner.type()));
  }

  private Typed declaredField(TypeSource type, String name) {
    return drl.withParents(type.name()).stream()
        .flatMap(declared -> declared.fields().stream())
        .filter(field -> field.name().equals(name) || getter(field.name()).equals(name))
        .findFirst()
        .map(FieldSource::type)
        .map(this::named)
        .map(field -> field.moving(moves(type, name)))
        .orElse(Typed.UNKNOWN);
  }

  /**
   * Whether a field follows the present in facts of a type, or of one that it extends or that does.
   */
  private boolean moves(TypeSource type, String field) {
    return moving.stream()
        .map(path -> path.split("\\."))
        .filter(path -> path[1].equals(field) || getter(path[1]).equals(field))
        .anyMatch(path -> isRelated(type.name(), path[0]));
  }

  private boolean isRelated(String one, String other) {
    return isOrExtends(one, other) || isOrExtends(other, one);
  }

  private boolean isOrExtends(String type, String parent) {
    return drl.withParents(type).stream().anyMatch(own -> own.name().equals(parent));
  }

  private static Typed javaField(Class<?> type, String name) {
    for (String method : List.of(name, getter(name), "is" + capital(name))) {
      try {
        Method found = type.getMethod(method);
        return new Typed(found.getReturnType(), null, type, name, false);
      } catch (NoSuchMethodException e) {
        // another way to write it
      }
    }
    return Typed.UNKNOWN;
  }

  /** What a method of a class returns, whatever its arguments. */
  public Typed returned(Typed owner, String method) {
    return Arrays.stream(owner.type().getMethods())
        .filter(one -> one.getName().equals(method))
        .findFirst()
        .map(one -> new Typed(one.getReturnType(), null, owner.type(), method, false))
        .orElse(Typed.UNKNOWN);
  }

  /** The method that gives a field of a declared fact. */
  public static String getter(String field) {
    return "get" + capital(field);
  }

  private static String capital(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
