package dev.certus.gate;

import dev.certus.drl.DottedName;
import dev.certus.drl.DrlTree;
import dev.certus.drl.FunctionSource;
import dev.certus.drl.ImportSource;
import dev.certus.drl.Span;
import dev.certus.drl.TypeSource;
import dev.certus.fact.FactTypes;
import dev.certus.problem.DidYouMean;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types and functions that the rules of a pack may name. */
final class TypeNames {

  private static final Set<String> PLAIN = Set.of("boolean", "int", "long");
  private static final Pattern WORD = Pattern.compile("[\\w.]+");
  private static final String FACTS = "dev.certus.fact.";

  private final Set<String> declared = new HashSet<>();
  private final Set<String> functions;
  private final AllowList rules;

  TypeNames(DrlTree drl) {
    rules = AllowList.of(FactTypes.of(drl.files()));
    for (TypeSource type : drl.types()) {
      declared.add(type.name());
      drl.packages().forEach(name -> declared.add(name.squeezed() + "." + type.name()));
    }
    functions =
        drl.functions().stream()
            .map(FunctionSource::name)
            .collect(Collectors.toCollection(HashSet::new));
    drl.imports().stream()
        .filter(one -> one.kind().equals("static"))
        .map(ImportSource::name)
        .map(Span::squeezed)
        .filter(this::isListedMember)
        .forEach(name -> functions.add(DottedName.last(name)));
  }

  /** What rules may name. */
  AllowList rules() {
    return rules;
  }

  /** Whether the pack declares a type of that name. */
  boolean isDeclared(String name) {
    return declared.contains(name);
  }

  /** The simple names of the types that the pack declares. */
  Set<String> declared() {
    return declared.stream().map(DottedName::last).collect(Collectors.toSet());
  }

  /** Whether a value may be of that type: one that is declared, listed or plain. */
  boolean isKnown(String name) {
    return isDeclared(name) || PLAIN.contains(name) || rules.type(name) != null;
  }

  /** Whether the session holds facts of that type. */
  boolean isFact(String name) {
    String listed = rules.type(name);
    return isDeclared(name) || (listed != null && listed.startsWith(FACTS));
  }

  /** Whether that is a function of the pack, a method that it imports, or one of a fact's own. */
  boolean isFunction(String name) {
    return functions.contains(name) || rules.names(FACTS, name);
  }

  /** What a name that is none of those may mean. */
  String likeFunction(String name) {
    return DidYouMean.nearest(name, functions)
        .map("did you mean `%s`?"::formatted)
        .orElse("write `function` for what rules reckon, or name a method's fact before it");
  }

  /** Whether a value may have a type as it is written, its type arguments included. */
  boolean isKnownWithArguments(String written) {
    return !written.contains("[")
        && WORD.matcher(written).results().map(MatchResult::group).allMatch(this::isKnown);
  }

  /** Whether a name with dots is a listed member of a listed type. */
  boolean isListedMember(String name) {
    int dot = Math.max(0, name.lastIndexOf('.'));
    return rules.has(name.substring(0, dot), name.substring(dot + 1));
  }
}
