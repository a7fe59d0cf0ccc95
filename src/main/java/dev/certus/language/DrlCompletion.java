package dev.certus.language;

import dev.certus.drl.DottedName;
import dev.certus.drl.DrlTree;
import dev.certus.drl.Lexer;
import dev.certus.drl.Token;
import dev.certus.drl.Token.Kind;
import dev.certus.fact.FactTypes;
import dev.certus.gate.Gate;
import dev.certus.types.Typed;
import dev.certus.types.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can be written at a place of a DRL file. It goes by the tokens before the place, since what
 * is being written is seldom a whole rule.
 */
final class DrlCompletion {

  private static final List<String> WORDS =
      List.of("rule", "when", "then", "end", "not", "exists", "insert", "decisions", "terms");

  private final Suggestions suggestions;
  private final DrlTree drl;
  private final FactTypes facts;
  private final Types types;

  DrlCompletion(Suggestions suggestions, DrlTree drl) {
    this.suggestions = suggestions;
    this.drl = drl;
    this.facts = FactTypes.of(drl.files());
    this.types = new Types(drl);
  }

  List<Completion> at(String file, String text, int offset) {
    List<Token> before = rule(text, offset);
    Token last = before.isEmpty() ? null : before.get(before.size() - 1);
    boolean touching = last != null && last.end() == offset;
    if (touching && last.kind() == Kind.TEXT) {
      return inText(before);
    }
    List<Token> done = touching && last.isWord() ? before.subList(0, before.size() - 1) : before;
    Token previous = done.isEmpty() ? null : done.get(done.size() - 1);
    if (previous != null && previous.is(".")) {
      return members(done.subList(0, done.size() - 1));
    }
    if (touching && last.isWord() && last.text().startsWith("$")) {
      return variables(before).stream().map(name -> new Completion(name, "variable", "")).toList();
    }
    if (previous != null && previous.is("new")) {
      return suggestions.of(Symbol.Kind.TYPE);
    }
    if (previous != null && previous.is("@")) {
      return words("annotation", List.of("clause", "readings", "phase", "from", "until", "known"));
    }
    String pattern = openPattern(done);
    List<Completion> all = new ArrayList<>();
    if (pattern != null) {
      all.addAll(fields(types.named(pattern)));
    } else {
      all.addAll(words("fact", recordFacts()));
      all.addAll(suggestions.of(Symbol.Kind.TYPE));
      all.addAll(words("word", WORDS));
    }
    variables(before).forEach(name -> all.add(new Completion(name, "variable", "")));
    return all;
  }

  /** The tokens from the beginning of the rule to a place; a text that is not closed ends there. */
  private static List<Token> rule(String text, int offset) {
    List<Token> tokens = new ArrayList<>(Lexer.of(text.substring(0, offset)).tokens());
    tokens.remove(tokens.size() - 1); // the end of the text
    int start = 0;
    for (int i = 0; i < tokens.size(); i++) {
      start = tokens.get(i).is("rule") ? i : start;
    }
    return tokens.subList(start, tokens.size());
  }

  /** The names that a text in quotes may be, by what stands before it. */
  private List<Completion> inText(List<Token> before) {
    int at = before.size() - 1;
    String words =
        String.join("", before.subList(Math.max(0, at - 4), at).stream().map(Token::text).toList());
    if (words.matches(".*terms\\.\\w+\\(")) {
      return suggestions.of(Symbol.Kind.TERM);
    }
    if (words.endsWith("@clause(")) {
      return suggestions.of(Symbol.Kind.CLAUSE);
    }
    if (words.endsWith("@readings(")) {
      return suggestions.of(Symbol.Kind.READING);
    }
    if (words.endsWith("@phase(")) {
      return suggestions.of(Symbol.Kind.PHASE);
    }
    if (words.endsWith("@replaces(")) {
      return suggestions.of(Symbol.Kind.RULE);
    }
    if (words.endsWith("give(")) {
      return suggestions.of(Symbol.Kind.DECISION);
    }
    return Stream.of(Symbol.Kind.EXAM, Symbol.Kind.CERTIFICATION)
        .flatMap(kind -> suggestions.of(kind).stream())
        .toList();
  }

  /** The type of the pattern in whose parentheses a place is, or null. */
  private static String openPattern(List<Token> before) {
    int depth = 0;
    for (int i = before.size() - 1; i > 0; i--) {
      Token token = before.get(i);
      depth += token.is(")") ? 1 : token.is("(") ? -1 : 0;
      if (token.is("then")) {
        return null;
      }
      if (depth < 0) {
        Token head = before.get(i - 1);
        boolean isType = head.isWord() && Character.isUpperCase(head.text().charAt(0));
        return isType ? head.text() : null;
      }
    }
    return null;
  }

  private static List<String> variables(List<Token> before) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i + 1 < before.size(); i++) {
      if (before.get(i).text().startsWith("$") && before.get(i + 1).is(":")) {
        names.add(before.get(i).text());
      }
    }
    return List.copyOf(names);
  }

  private List<Completion> members(List<Token> owner) {
    if (owner.isEmpty()) {
      return List.of();
    }
    String name = owner.get(owner.size() - 1).text();
    return switch (name) {
      case "terms" -> words("member", Gate.members(facts, "Terms").stream().sorted().toList());
      case "decisions" ->
          words("member", Gate.members(facts, "Conclusions").stream().sorted().toList());
      default -> fields(variableTypes(owner).getOrDefault(name, fieldType(owner)));
    };
  }

  /** The type of a field of the fact in whose pattern it stands. */
  private Typed fieldType(List<Token> path) {
    int first = path.size() - 1;
    while (first >= 2 && path.get(first - 1).is(".")) {
      first -= 2;
    }
    String head = path.get(first).text();
    String pattern = openPattern(path.subList(0, first));
    Typed typed = variableTypes(path).get(head);
    if (typed == null) {
      typed = pattern == null ? types.named(head) : types.member(types.named(pattern), head);
    }
    for (int i = first + 2; i < path.size(); i += 2) {
      typed = types.member(typed, path.get(i).text());
    }
    return typed;
  }

  /** The types of the variables that are bound before a place. */
  private Map<String, Typed> variableTypes(List<Token> before) {
    Map<String, Typed> bound = new HashMap<>();
    for (int i = 0; i + 2 < before.size(); i++) {
      Token variable = before.get(i);
      if (variable.text().startsWith("$") && before.get(i + 1).is(":")) {
        String value = before.get(i + 2).text();
        String pattern = openPattern(before.subList(0, i));
        bound.put(
            variable.text(),
            pattern == null ? types.named(value) : types.member(types.named(pattern), value));
      }
    }
    return bound;
  }

  private List<Completion> fields(Typed type) {
    if (type.declared() != null) {
      return drl.withParents(type.declared().name()).stream()
          .flatMap(declared -> declared.fields().stream())
          .map(field -> new Completion(field.name(), "field", field.type()))
          .toList();
    }
    return type.type() == null
        ? List.of()
        : Gate.members(facts, type.type().getName()).stream()
            .filter(member -> !member.equals("equals") && !member.equals("<init>"))
            .sorted()
            .map(member -> new Completion(member, "field", detail(type, member)))
            .toList();
  }

  private String detail(Typed owner, String member) {
    Typed typed = types.member(owner, member);
    return typed.type() == null ? "" : typed.type().getSimpleName();
  }

  /** The facts that records become. */
  private List<String> recordFacts() {
    return facts.names().stream()
        .filter(name -> name.startsWith(FactTypes.FACTS))
        .map(DottedName::last)
        .toList();
  }

  private static List<Completion> words(String kind, List<String> words) {
    return words.stream().map(word -> new Completion(word, kind, "")).toList();
  }
}
