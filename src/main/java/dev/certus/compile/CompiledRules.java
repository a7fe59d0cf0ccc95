package dev.certus.compile;

import java.util.List;
import java.util.Map;

/**
 * Rules as Java classes, ready to be loaded again without compiling.
 *
 * @param classes the class files by binary name
 * @param models the names of the classes that describe the rules
 */
public record CompiledRules(Map<String, byte[]> classes, List<String> models) {}
