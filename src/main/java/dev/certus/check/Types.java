package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.drl.ImportSource;
import dev.certus.drl.Span;
import dev.certus.drl.TypeSource;
import dev.certus.drl.TypeSource.FieldSource;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** The types that a pack's rules can name, and the types of their fields. */
final class Types {

  private final DrlTree drl;

  Types(DrlTree drl) {
    this.drl = drl;
  }

  /** The type of a name: one that the pack declares or imports, or one of {@code java.lang}. */
  Typed named(String name) {
    TypeSource declared = drl.type(name);
    if (declared != null) {
      return new Typed(null, declared, null, null);
    }
    Optional<Class<?>> imported =
        drl.imports().stream()
            .map(ImportSource::name)
            .map(Span::text)
            .filter(path -> path.equals(name) || path.endsWith("." + name))
            .findFirst()
            .flatMap(Types::load);
    return imported
        .or(() -> load(name))
        .or(() -> load("java.lang." + name))
        .map(type -> new Typed(type, null, null, null))
        .orElse(Typed.UNKNOWN);
  }

  private static Optional<Class<?>> load(String path) {
    try {
      return Optional.of(Class.forName(path, false, Types.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** The type of a field, or of what a method without arguments returns. */
  Typed member(Typed owner, String name) {
    if (owner.declared() != null) {
      return declaredField(owner.declared(), name);
    }
    return owner.type() == null ? Typed.UNKNOWN : javaField(owner.type(), name);
  }

  private Typed declaredField(TypeSource type, String name) {
    return drl.withParents(type.name()).stream()
        .flatMap(declared -> declared.fields().stream())
        .filter(field -> field.name().equals(name) || getter(field.name()).equals(name))
        .findFirst()
        .map(FieldSource::type)
        .map(this::named)
        .orElse(Typed.UNKNOWN);
  }

  private static Typed javaField(Class<?> type, String name) {
    for (String method : List.of(name, getter(name), "is" + capital(name))) {
      try {
        Method found = type.getMethod(method);
        return new Typed(found.getReturnType(), null, type, name);
      } catch (NoSuchMethodException e) {
        // another way to write it
      }
    }
    return Typed.UNKNOWN;
  }

  private static String getter(String field) {
    return "get" + capital(field);
  }

  private static String capital(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
