package dev.certus.drl;

import java.util.Map;

/**
 * A fact type that a pack declares.
 *
 * @param name the type's name
 * @param parent the name of the declared type that it extends, or null
 * @param fields the types of its own fields by name
 * @param at the word {@code declare} and the name
 */
public record TypeSource(String name, String parent, Map<String, String> fields, Span at) {}
