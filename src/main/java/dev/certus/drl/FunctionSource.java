package dev.certus.drl;

/**
 * A function that a pack defines.
 *
 * @param name its name
 * @param at where that stands
 * @param body what stands in its braces
 * @param whole all of it
 */
public record FunctionSource(String name, Span at, Block body, Span whole) {}
