package dev.certus.drl;

import dev.certus.drl.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads a DRL file, statement by statement: a fault in one does not affect the others. */
final class FileReader {

  private static final List<String> IMPORTS = List.of("static", "function", "accumulate", "acc");
  private static final List<String> TYPE_SYMBOLS = List.of("<", ">", ",", ".");

  private final DrlText text;
  private final Lexer lexer;
  private final boolean isTooDeep;
  private final TokenCursor cursor;
  private final List<Span> packages = new ArrayList<>();
  private final List<ImportSource> imports = new ArrayList<>();
  private final List<GlobalSource> globals = new ArrayList<>();
  private final List<TypeSource> types = new ArrayList<>();
  private final List<FunctionSource> functions = new ArrayList<>();
  private final List<RuleSource> rules = new ArrayList<>();
  private final List<SyntaxFault> faults = new ArrayList<>();

  private FileReader(DrlText text) {
    this.text = text;
    this.lexer = Lexer.of(text.text());
    this.isTooDeep = lexer.isTooDeep();
    faults.addAll(lexer.faults());
    this.cursor = new TokenCursor(text, lexer.tokens(), faults);
  }

  static DrlFile read(DrlText text) {
    FileReader reader = new FileReader(text);
    while (!reader.isTooDeep && !reader.cursor.atEnd()) {
      reader.sound();
    }
    return new DrlFile(
        text,
        reader.packages,
        reader.imports,
        reader.globals,
        reader.types,
        reader.functions,
        reader.rules,
        reader.spans(reader.lexer.comments(), Kind.COMMENT),
        reader.spans(reader.lexer.tokens(), Kind.NUMBER),
        reader.faults.stream().distinct().toList());
  }

  private List<Span> spans(List<Token> tokens, Kind kind) {
    return tokens.stream().filter(token -> token.kind() == kind).map(cursor::span).toList();
  }

  /** Reads a statement; a text that is not closed in it explains all other faults in it. */
  private void sound() {
    int start = cursor.peek().start();
    int before = faults.size();
    statement();
    int end = cursor.last().end();
    if (lexer.faults().stream().anyMatch(open -> start <= open.offset() && open.offset() < end)) {
      faults.subList(before, faults.size()).clear();
    }
  }

  private void statement() {
    Token first = cursor.peek();
    switch (first.kind() == Kind.TEXT ? "" : first.text()) {
      case "package" -> named(first);
      case "import" -> imported();
      case "global" -> global();
      case "declare" -> types.add(new TypeReader(cursor).read());
      case "function" -> function();
      case "query" -> query();
      case "rule" -> rules.add(new RuleReader(cursor).read(commentsAbove(first)));
      default -> unknown(first);
    }
  }

  private void named(Token keyword) {
    cursor.next();
    if (cursor.beginsLine(cursor.peek())) {
      cursor.fault(keyword, "a name is missing after `%s`".formatted(keyword.text()), null);
      return;
    }
    packages.add(cursor.path());
    cursor.accept(";");
  }

  private void imported() {
    cursor.next();
    boolean special = cursor.isAny(IMPORTS) && cursor.peek(1).isWord();
    String kind = special ? cursor.next().text() : "";
    imports.add(new ImportSource(kind, cursor.path()));
    if (kind.startsWith("acc")) {
      cursor.next(); // the name of the function
    }
    cursor.accept(";");
  }

  private void global() {
    cursor.next();
    Span type = cursor.path();
    typeArguments(cursor);
    globals.add(new GlobalSource(type, cursor.span(cursor.next())));
    cursor.accept(";");
  }

  /** Reads past type arguments such as {@code <String>}, if there are any. */
  static void typeArguments(TokenCursor cursor) {
    if (!cursor.peek().is("<")) {
      return;
    }
    int depth = 0;
    do {
      if (!isOfType(cursor.peek())) {
        cursor.fault(
            cursor.peek(), "`%s` belongs to no type".formatted(cursor.peek().text()), null);
        return;
      }
      depth += cursor.peek().is("<") ? 1 : cursor.peek().is(">") ? -1 : 0;
      cursor.next();
    } while (depth > 0 && !cursor.atEnd() && !Words.beginsSection(cursor));
  }

  private static boolean isOfType(Token token) {
    return token.isWord() || TYPE_SYMBOLS.contains(token.text());
  }

  private void function() {
    Token first = cursor.next();
    Span type = cursor.path();
    typeArguments(cursor);
    Span name = cursor.span(cursor.next());
    List<ParameterSource> parameters =
        cursor.peek().is("(") ? parameters(cursor.over(cursor.group())) : List.of();
    if (!cursor.peek().is("{")) {
      cursor.fault(cursor.peek(), "`{` is expected here", null);
      return;
    }
    Token open = cursor.peek();
    List<Token> inside = cursor.group();
    Span span = text.span(open.end(), Math.max(cursor.last().start(), open.end()));
    Block body = new BlockReader(cursor.over(inside)).read(span);
    functions.add(
        new FunctionSource(name.text(), name, type, parameters, body, cursor.since(first)));
  }

  private static List<ParameterSource> parameters(TokenCursor cursor) {
    List<ParameterSource> parameters = new ArrayList<>();
    while (!cursor.atEnd()) {
      Span type = cursor.path();
      typeArguments(cursor);
      Span name = cursor.span(cursor.next());
      parameters.add(new ParameterSource(type, name));
      if (!cursor.accept(",") && !cursor.atEnd()) {
        cursor.fault(cursor.peek(), "a parameter is a type and a name", "such as `Day day`");
        return parameters;
      }
    }
    return parameters;
  }

  private void query() {
    cursor.fault(
        cursor.peek(), "a pack has no queries", "write a rule that inserts what you look for");
    cursor.next();
    skip();
  }

  private void unknown(Token first) {
    cursor.fault(
        first,
        "`%s` begins nothing that a DRL file has".formatted(first.text()),
        "a file has imports, globals, declared facts, functions and rules");
    cursor.next();
    skip();
  }

  /** Reads on to the next statement. */
  private void skip() {
    while (!cursor.atEnd() && !Words.beginsStatement(cursor)) {
      cursor.next();
    }
  }

  /** The comments that stand right above a token, without an empty line between. */
  private List<Span> commentsAbove(Token token) {
    List<Span> above = new ArrayList<>();
    int start = token.start();
    for (int i = lexer.comments().size() - 1; i >= 0; i--) {
      Token comment = lexer.comments().get(i);
      if (comment.end() <= start) {
        String between = text.text().substring(comment.end(), start);
        if (!between.isBlank() || between.chars().filter(c -> c == '\n').count() > 1) {
          break;
        }
        above.add(0, text.span(comment.start(), comment.end()));
        start = comment.start();
      }
    }
    return above;
  }
}
