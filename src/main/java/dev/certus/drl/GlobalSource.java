package dev.certus.drl;

/**
 * A global of a DRL file.
 *
 * @param type the name of its type
 * @param name its name
 */
public record GlobalSource(Span type, Span name) {}
