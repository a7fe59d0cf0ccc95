package dev.certus.drl;

import dev.certus.drl.Element.Kind;
import dev.certus.drl.PatternSource.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what gathers facts: accumulate and collect. */
final class GatheringReader {

  private final TokenCursor cursor;

  GatheringReader(TokenCursor cursor) {
    this.cursor = cursor;
  }

  /** {@code accumulate( patterns; functions; conditions )}. */
  Element accumulate() {
    Token first = cursor.next();
    return gathered(first, List.of());
  }

  /** A pattern from an accumulate or a collect; its own conditions are on what was gathered. */
  Element from(Token first, PatternSource pattern) {
    cursor.next();
    return gathered(first, pattern.conditions());
  }

  private Element gathered(Token first, List<ConditionSource> conditions) {
    TokenCursor inside = cursor.over(cursor.peek().is("(") ? cursor.group() : List.of());
    List<PatternSource> patterns = new ArrayList<>();
    boolean more = true;
    while (more && !inside.atEnd()) {
      Element element = new ElementReader(inside).next();
      if (element == null) {
        break;
      }
      element.patterns().forEach(p -> patterns.add(p.with(Quantity.ALL)));
      more = inside.accept("and") || inside.accept("&&");
    }
    if (inside.peek().is(";") || inside.peek().is(",")) {
      inside.next();
    }
    List<ConditionSource> results = new ConditionReader(inside).read();
    return new Element(
        Kind.GATHERING,
        cursor.since(first),
        patterns,
        Stream.concat(results.stream(), conditions.stream()).toList());
  }
}
