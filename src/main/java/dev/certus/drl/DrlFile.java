package dev.certus.drl;

import java.util.List;

/**
 * What a DRL file says.
 *
 * @param text its text
 * @param packages the names of its package: one, if the file is sound
 * @param imports its imports
 * @param globals its globals
 * @param types the fact types that it declares
 * @param functions the functions that it defines
 * @param rules its rules
 * @param comments its comments
 * @param numbers its numbers
 * @param faults its syntax errors; the tree may lack what they affect
 */
record DrlFile(
    DrlText text,
    List<Span> packages,
    List<ImportSource> imports,
    List<GlobalSource> globals,
    List<TypeSource> types,
    List<FunctionSource> functions,
    List<RuleSource> rules,
    List<Span> comments,
    List<Span> numbers,
    List<SyntaxFault> faults) {}
