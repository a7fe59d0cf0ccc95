package dev.certus.drl;

/**
 * A parameter of a function.
 *
 * @param type the name of its type
 * @param name its name
 */
public record ParameterSource(Span type, Span name) {}
