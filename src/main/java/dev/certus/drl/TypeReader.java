package dev.certus.drl;

import dev.certus.drl.TypeSource.FieldSource;
import java.util.ArrayList;
import java.util.List;

/** Reads the declaration of a fact type. */
final class TypeReader {

  private static final List<String> KINDS = List.of("enum", "trait", "type");

  private final TokenCursor cursor;

  TypeReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  TypeSource read() {
    Token first = cursor.next();
    if (cursor.isAny(KINDS) && cursor.peek(1).isWord()) {
      cursor.fault(
          new SyntaxFault(
              "forbidden-declaration",
              cursor.peek().start(),
              "a pack declares no `%s`".formatted(cursor.peek().text()),
              "declare a fact with fields; a text can take the place of an enum's value"));
      cursor.next();
    }
    Span name = cursor.path();
    Span parent = cursor.accept("extends") ? cursor.path() : null;
    List<AnnotationSource> annotations = annotations(cursor);
    List<FieldSource> fields = new ArrayList<>();
    while (isField()) {
      fields.add(field());
    }
    end();
    return new TypeSource(name.text(), parent, fields, annotations, name, cursor.since(first));
  }

  static List<AnnotationSource> annotations(TokenCursor cursor) {
    List<AnnotationSource> annotations = new ArrayList<>();
    while (cursor.peek().is("@")) {
      annotations.add(annotation(cursor));
    }
    return annotations;
  }

  static AnnotationSource annotation(TokenCursor cursor) {
    cursor.next();
    Span name = cursor.path();
    if (!cursor.peek().is("(")) {
      return new AnnotationSource(name.text(), name, cursor.text().span(name.end(), name.end()));
    }
    Token open = cursor.peek();
    cursor.group();
    int end = Math.max(cursor.last().start(), open.end());
    return new AnnotationSource(name.text(), name, cursor.text().span(open.end(), end).stripped());
  }

  private boolean isField() {
    return cursor.peek().isWord() && cursor.peek(1).is(":");
  }

  private FieldSource field() {
    Span name = cursor.span(cursor.next());
    cursor.next();
    Span type = cursor.path();
    FileReader.typeArguments(cursor);
    while (cursor.peek().is("[")) {
      cursor.fault(
          new SyntaxFault(
              "forbidden-declaration",
              cursor.peek().start(),
              "a field is no array",
              "declare a list, such as `attempts : List`"));
      cursor.group();
    }
    ExpressionSource initial = cursor.accept("=") ? initial() : null;
    if (cursor.peek().is("@")) {
      cursor.fault(cursor.peek(), "a field has no annotations", "write `name : Type`");
      annotations(cursor);
    }
    cursor.accept(";");
    return new FieldSource(name.text(), type.text(), name, type, initial);
  }

  private ExpressionSource initial() {
    Token first = cursor.peek();
    while (!cursor.atEnd() && !cursor.peek().is("@") && !cursor.peek().is(";")) {
      boolean nextLine = cursor.peek().isWord() && cursor.beginsLine(cursor.peek());
      if (nextLine || Words.isEnd(cursor)) {
        break;
      }
      if (TokenCursor.opens(cursor.peek())) {
        cursor.group();
      } else {
        cursor.next();
      }
    }
    return new ExpressionSource(cursor.since(first));
  }

  /** Reads up to {@code end}. */
  private void end() {
    boolean sound = true;
    while (!cursor.atEnd() && !Words.beginsStatement(cursor)) {
      if (cursor.accept("end")) {
        return;
      }
      if (cursor.isLoneWord()) {
        RuleReader.misspelt(cursor, "end");
        return;
      }
      if (sound) {
        cursor.fault(
            cursor.peek(),
            "`%s` does not belong here".formatted(cursor.peek().text()),
            "a fact has fields, such as `until : Moment`");
        sound = false;
      }
      cursor.next();
    }
    cursor.fault(cursor.peek(), "`end` is missing before this", null);
  }
}
