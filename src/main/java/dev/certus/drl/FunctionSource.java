package dev.certus.drl;

/**
 * A function that a pack defines.
 *
 * @param name its name
 * @param at its place
 * @param body the text in its braces
 * @param whole all of it
 */
public record FunctionSource(String name, Span at, Block body, Span whole) {}
