package dev.certus.diagnose;

import dev.certus.drl.DottedName;
import dev.certus.drl.DrlTree;
import dev.certus.drl.ImportSource;
import dev.certus.drl.TypeSource;
import dev.certus.fact.FactTypes;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The names that a pack's rules can use: of declared and imported types, and of the types that
 * their members have.
 *
 * @param types the types and constants
 * @param members the fields, methods and static imports
 */
record Vocabulary(Set<String> types, Set<String> members) {

  private static final String OURS = "dev.certus.";

  static Vocabulary of(DrlTree drl) {
    Vocabulary vocabulary = new Vocabulary(new LinkedHashSet<>(), new LinkedHashSet<>());
    for (TypeSource declared : drl.types()) {
      vocabulary.types.add(declared.name());
      for (TypeSource.FieldSource field : declared.fields()) {
        vocabulary.types.add(field.type());
        vocabulary.members.add(field.name());
      }
    }
    drl.functions().forEach(function -> vocabulary.members.add(function.name()));
    vocabulary.learn(drl);
    return vocabulary;
  }

  private void learn(DrlTree drl) {
    FactTypes facts = FactTypes.of(drl.files());
    Deque<Class<?>> found = new ArrayDeque<>();
    facts.names().forEach(name -> found.add(facts.type(name)));
    for (ImportSource imported : drl.imports()) {
      String name = imported.name().text();
      try {
        found.add(Class.forName(name, false, facts.loader()));
      } catch (ClassNotFoundException e) {
        members.add(DottedName.last(name)); // a static import
      }
    }
    Set<Class<?>> known = new HashSet<>(found);
    while (!found.isEmpty()) {
      learn(found.poll(), found, known);
    }
  }

  private void learn(Class<?> type, Deque<Class<?>> found, Set<Class<?>> known) {
    types.add(type.getSimpleName());
    for (Field constant : type.getFields()) {
      types.add(constant.getName());
    }
    for (Method method : type.getMethods()) {
      members.add(method.getName());
      members.add(property(method.getName()));
      Class<?> result = method.getReturnType();
      if (result.getName().startsWith(OURS) && known.add(result)) {
        found.add(result);
      }
    }
  }

  /** What conditions call a getter. */
  private static String property(String method) {
    int prefix = method.startsWith("is") ? 2 : method.startsWith("get") ? 3 : 0;
    boolean getter =
        prefix > 0 && method.length() > prefix && Character.isUpperCase(method.charAt(prefix));
    return getter
        ? Character.toLowerCase(method.charAt(prefix)) + method.substring(prefix + 1)
        : method;
  }
}
