package dev.certus.drl;

import java.util.List;

/**
 * A function that a pack defines.
 *
 * @param name its name
 * @param at its place
 * @param type the name of the type of what it returns
 * @param parameters its parameters
 * @param body the text in its braces
 * @param whole all of it
 */
public record FunctionSource(
    String name, Span at, Span type, List<ParameterSource> parameters, Block body, Span whole) {}
