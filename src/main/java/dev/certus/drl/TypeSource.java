package dev.certus.drl;

import java.util.Map;
import java.util.Set;

/**
 * A fact type that a pack declares.
 *
 * @param name the type's name
 * @param parent the name of the declared type that it extends, or null
 * @param fields the types of its own fields by name
 * @param says a sentence about such a fact, with fields in braces, or null
 * @param annotations the names of its annotations
 * @param at its name
 * @param whole all of it, from {@code declare} to {@code end}
 */
public record TypeSource(
    String name,
    String parent,
    Map<String, String> fields,
    String says,
    Set<String> annotations,
    Span at,
    Span whole) {}
