package dev.certus.drl;

import java.util.List;

/**
 * What a DRL file says.
 *
 * @param text its text
 * @param imports the imported names
 * @param globals the names of globals
 * @param types the fact types that it declares
 * @param functions the functions that it defines
 * @param rules its rules
 * @param comments its comments
 * @param numbers its numbers
 * @param faults its syntax errors; the tree may lack what they affect
 */
record DrlFile(
    DrlText text,
    List<Span> imports,
    List<Span> globals,
    List<TypeSource> types,
    List<FunctionSource> functions,
    List<RuleSource> rules,
    List<Span> comments,
    List<Span> numbers,
    List<SyntaxFault> faults) {}
