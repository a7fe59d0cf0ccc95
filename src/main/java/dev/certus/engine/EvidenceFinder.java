package dev.certus.engine;

import dev.certus.fact.FactTypes;
import dev.certus.fact.RecordFact;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Finds the facts of the record that matched facts rest on: the facts themselves, and those that
 * facts declared by the pack hold in their fields, collections included. Used by one thread at a
 * time.
 */
final class EvidenceFinder {

  private final IdentityHashMap<Class<?>, Field[]> fields = new IdentityHashMap<>();

  /** Adds the ids of all record facts that {@code ground} is or holds. */
  void addIds(Object ground, Collection<String> ids) {
    if (ground instanceof RecordFact fact) {
      ids.add(fact.id());
    } else if (ground instanceof Collection<?> several) {
      for (Object one : several) {
        addIds(one, ids);
      }
    } else if (ground != null) {
      for (Field field : fields(ground.getClass())) {
        addIds(value(field, ground), ids);
      }
    }
  }

  private Field[] fields(Class<?> type) {
    Field[] known = fields.get(type);
    if (known == null) {
      known = holders(type).toArray(Field[]::new);
      fields.put(type, known);
    }
    return known;
  }

  /** The fields that hold record facts, facts declared beside the given one, or collections. */
  private static List<Field> holders(Class<?> type) {
    List<Field> holders = new ArrayList<>();
    if (FactTypes.isGiven(type)) {
      return holders; // no declared fact: the catalogue, the candidate, a moment
    }
    ClassLoader pack = type.getClassLoader();
    for (Class<?> c = type; c.getClassLoader() == pack; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        boolean holds =
            RecordFact.class.isAssignableFrom(field.getType())
                || Collection.class.isAssignableFrom(field.getType())
                || field.getType().getClassLoader() == pack;
        if (holds && !Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          holders.add(field);
        }
      }
    }
    return holders;
  }

  private static Object value(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e); // it was made accessible
    }
  }
}
