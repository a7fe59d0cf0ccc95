package dev.certus.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A sentence with gaps. A gap is a field in braces, such as <code>{exam.code}</code>. A part in
 * brackets is left out where one of its fields is missing: <code>[, score {score}]</code>.
 */
public final class Template {

  /** The fields of one fact. */
  public interface Fields {

    /** Whether a field has a value that is worth a mention. */
    boolean has(Expression field);

    /** The value of a field in words. */
    String word(Expression field);
  }

  /** A text and the field after it, or null for none. */
  private record Piece(String text, ExpressionSource field) {}

  /** Pieces that are said together. */
  private record Section(boolean optional, List<Piece> pieces) {}

  private final Span span;
  private final List<Section> sections = new ArrayList<>();
  private List<Piece> pieces = new ArrayList<>();
  private int from;

  private Template(Span span) {
    this.span = span;
  }

  /** The template in a part of a DRL file. */
  static Template of(Span span) {
    Template template = new Template(span);
    template.read();
    return template;
  }

  /** The template that a text is. */
  public static Template of(String text) {
    return of(new Span("", 0, text.length(), text));
  }

  private void read() {
    String text = span.text();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int close = c == '{' ? text.indexOf('}', at) : -1;
      if (close > 0) {
        ExpressionSource field = new ExpressionSource(span.part(at + 1, close));
        pieces.add(new Piece(text.substring(from, at), field));
        from = close + 1;
        at = close;
      } else if (c == '[' || c == ']') {
        section(at, c == ']');
      }
      at++;
    }
    section(text.length(), false);
  }

  /** Ends a section before an offset, and begins the next after it. */
  private void section(int end, boolean optional) {
    pieces.add(new Piece(span.text().substring(Math.min(from, end), end), null));
    sections.add(new Section(optional, pieces));
    pieces = new ArrayList<>();
    from = end + 1;
  }

  /** The fields that it names, each with its place. */
  List<Span> fields() {
    return sections.stream()
        .flatMap(section -> section.pieces().stream())
        .filter(piece -> piece.field() != null)
        .map(piece -> piece.field().span())
        .toList();
  }

  /** The sentence about one fact. */
  public String filled(Fields fields) {
    return sections.stream()
        .filter(section -> !section.optional() || hasAll(section, fields))
        .flatMap(section -> section.pieces().stream())
        .map(piece -> filled(piece, fields))
        .collect(Collectors.joining());
  }

  private static boolean hasAll(Section section, Fields fields) {
    return section.pieces().stream()
        .allMatch(piece -> piece.field() == null || fields.has(piece.field().tree()));
  }

  private static String filled(Piece piece, Fields fields) {
    return piece.field() == null ? piece.text() : piece.text() + fields.word(piece.field().tree());
  }
}
