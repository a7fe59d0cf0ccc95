package dev.certus.gate;

import dev.certus.fact.FactTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Types and the members of each that may be used; whatever is not listed may not. The lists are the
 * resources {@code rules.txt}, of what rules name, and {@code generated.txt}, of what the code
 * needs that Drools generates from them.
 */
final class AllowList {

  /** What rules may name, beside the facts of records and their values. */
  static final AllowList RULES = read("rules.txt");

  /** What generated code needs besides. */
  static final AllowList GENERATED = read("generated.txt");

  private final Map<String, Set<String>> members = new HashMap<>();

  private static AllowList read(String resource) {
    AllowList list = new AllowList();
    try (InputStream in = AllowList.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(list::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }

  /** What the rules of a pack may name: the listed types, and those of its record. */
  static AllowList of(FactTypes facts) {
    AllowList list = new AllowList();
    list.members.putAll(RULES.members);
    facts.members().forEach((type, names) -> list.members.put(type, Set.copyOf(names)));
    return list;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    Set<String> names = members.computeIfAbsent(line.substring(0, colon), n -> new HashSet<>());
    names.addAll(List.of(line.substring(colon + 1).strip().split(" ")));
  }

  /** The full name of a listed type by that or its simple name, or null. */
  String type(String name) {
    return members.keySet().stream()
        .filter(type -> type.equals(name) || type.endsWith("." + name))
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether a member is listed.
   *
   * @param type the binary name of its type
   * @param member its name, {@code <init>} for a constructor
   */
  boolean has(String type, String member) {
    return members.getOrDefault(type, Set.of()).contains(member);
  }

  /** The members of a type, by its full or simple name; none where it is not listed. */
  Set<String> members(String name) {
    return members.getOrDefault(type(name), Set.of());
  }

  /** Whether any type of a package has a member of that name. */
  boolean names(String prefix, String member) {
    return members.entrySet().stream()
        .anyMatch(type -> type.getKey().startsWith(prefix) && type.getValue().contains(member));
  }

  /** The full names of all listed types. */
  Set<String> types() {
    return members.keySet();
  }
}
