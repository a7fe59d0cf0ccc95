package dev.certus.decision;

import dev.certus.time.Moment;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What {@link Decision#isStill} compares of decisions, as a text: where the texts of two lists are
 * equal, so are the decisions, but for their reasons and moments that only follow the as-of
 * instant.
 */
public final class Lasting {

  private static final char END = '\u0000';

  private final StringBuilder text = new StringBuilder(512);

  private Lasting() {}

  /** The text of some decisions. */
  public static String of(List<Decision> decisions) {
    Lasting lasting = new Lasting();
    decisions.forEach(lasting::add);
    return lasting.text.toString();
  }

  private void add(Decision decision) {
    add(decision.code());
    add(decision.subject().kind());
    add(decision.subject().id());
    add(decision.clause());
    add(decision.rule());
    value(decision.from());
    value(decision.until());
    value(decision.through());
    value(decision.evidence());
    value(decision.readings());
    value(decision.details());
  }

  /** Adds a text behind its length, so that no two lists of texts look alike. */
  private void add(String part) {
    text.append(part.length()).append(':').append(part).append(END);
  }

  private void value(Object value) {
    if (value instanceof Moment moment) {
      add(moment.lasting());
    } else if (value instanceof Map<?, ?> map) {
      text.append('{');
      map.forEach(
          (name, part) -> {
            add(name.toString());
            value(part);
          });
      text.append('}');
    } else if (value instanceof Collection<?> parts) {
      text.append('[');
      parts.forEach(this::value);
      text.append(']');
    } else if (value == null) {
      text.append(END);
    } else {
      add(value.toString());
    }
  }
}
