package dev.certus.drl;

/**
 * An import of a DRL file.
 *
 * @param kind {@code static}, {@code function} or {@code accumulate}; empty where it is of a type
 * @param name the imported name
 */
public record ImportSource(String kind, Span name) {}
