package dev.certus.language;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.FunctionSource;
import dev.certus.drl.Lexer;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.drl.Token;
import dev.certus.drl.TypeSource;
import dev.certus.drl.TypeSource.FieldSource;
import dev.certus.language.Symbol.Kind;
import dev.certus.types.Scope;
import dev.certus.types.Typed;
import dev.certus.types.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the names in the DRL files of a pack. */
final class DrlSymbols {

  private final DrlTree drl;
  private final Types types;
  private final Set<String> functions;
  private final List<Occurrence> found = new ArrayList<>();

  private DrlSymbols(DrlTree drl) {
    this.drl = drl;
    this.types = new Types(drl);
    this.functions = drl.functions().stream().map(FunctionSource::name).collect(Collectors.toSet());
  }

  /** The names in all DRL files of a pack. */
  static List<Occurrence> of(DrlTree drl) {
    DrlSymbols symbols = new DrlSymbols(drl);
    drl.types().forEach(symbols::add);
    drl.functions().forEach(function -> symbols.add(Kind.FUNCTION, function.at(), true));
    drl.functions().forEach(symbols::add);
    drl.rules().forEach(symbols::add);
    drl.files().drl().forEach(symbols::types);
    return symbols.found;
  }

  private void add(TypeSource type) {
    for (FieldSource field : type.fields()) {
      add(new Symbol(Kind.FIELD, type.name() + "." + field.name()), field.at(), true);
    }
  }

  private void add(FunctionSource function) {
    Scope scope = Scope.of(function, types);
    function.body().all().forEach(expression -> visit(expression, scope));
  }

  private void add(RuleSource rule) {
    add(Kind.RULE, inside(rule.nameAt()), true);
    rule.listed("clause").forEach(name -> add(Kind.CLAUSE, name, false));
    rule.listed("readings").forEach(name -> add(Kind.READING, name, false));
    rule.listed("replaces").forEach(name -> add(Kind.RULE, name, false));
    if (rule.phaseAt() != null) {
      add(Kind.PHASE, rule.phaseAt(), false);
    }
    rule.gives().stream()
        .flatMap(give -> give.codes().stream())
        .forEach(code -> add(Kind.DECISION, code.inside(), false));
    Scope.visit(
        rule, types, (expression, scope) -> expression.all().forEach(one -> visit(one, scope)));
    variables(rule);
  }

  /** The name that an expression is, apart from its parts. */
  private void visit(Expression expression, Scope scope) {
    if (expression instanceof Call call) {
      if (call.isOf("terms") && !call.arguments().isEmpty()) {
        Expression term = call.arguments().get(0);
        if (term.literalText() != null) {
          add(Kind.TERM, term.inside(), false);
        }
      } else if (call.owner() == null && functions.contains(call.name())) {
        add(Kind.FUNCTION, call.nameAt(), false);
      } else if (call.owner() != null && scope != null) {
        field(scope.type(call.owner()), call.name(), call.nameAt());
      }
    } else if (expression instanceof Member member && scope != null) {
      field(scope.type(member.owner()), member.name(), member.nameAt());
    } else if (expression instanceof Name name && scope != null && !name.isVariable()) {
      field(scope.fact(), name.name(), name.span());
    }
  }

  /** Declared types, wherever a file names them, those of functions and of lists included. */
  private void types(String file, String text) {
    for (Token token : Lexer.of(text).tokens()) {
      TypeSource type = token.isWord() ? drl.type(token.text()) : null;
      if (type != null) {
        boolean defines = type.at().file().equals(file) && type.at().start() == token.start();
        Symbol symbol = new Symbol(Kind.TYPE, type.name());
        found.add(new Occurrence(symbol, file, token.start(), token.end(), defines));
      }
    }
  }

  /** A field of a declared type, which it or one that it extends declares, or its getter. */
  private void field(Typed owner, String name, Span at) {
    if (owner.declared() == null) {
      return;
    }
    for (TypeSource type : drl.withParents(owner.declared().name())) {
      for (FieldSource field : type.fields()) {
        if (field.name().equals(name) || Types.getter(field.name()).equals(name)) {
          add(new Symbol(Kind.FIELD, type.name() + "." + field.name()), at, false);
        }
      }
    }
  }

  private void variables(RuleSource rule) {
    Span whole = rule.whole();
    Set<String> bound = new HashSet<>();
    for (Token token : Lexer.of(whole.text()).tokens()) {
      if (token.isWord() && token.text().startsWith("$")) {
        add(
            new Symbol(Kind.VARIABLE, rule.name() + "." + token.text()),
            whole.part(token.start(), token.end()),
            bound.add(token.text()));
      }
    }
  }

  /** Without the quotes around it. */
  private static Span inside(Span quoted) {
    boolean isQuoted = quoted.text().length() > 1 && quoted.text().startsWith("\"");
    return isQuoted ? quoted.part(1, quoted.text().length() - 1) : quoted;
  }

  private void add(Kind kind, Span at, boolean defines) {
    add(new Symbol(kind, at.text()), at, defines);
  }

  private void add(Symbol symbol, Span at, boolean defines) {
    found.add(new Occurrence(symbol, at.file(), at.start(), at.end(), defines));
  }
}
