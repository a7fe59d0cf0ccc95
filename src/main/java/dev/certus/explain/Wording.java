package dev.certus.explain;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Template;
import dev.certus.drl.TypeSource;
import dev.certus.fact.FactTypes;
import dev.certus.fact.Sentence;
import dev.certus.pack.Says;
import dev.certus.pack.Terms;
import dev.certus.record.FactName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says facts and values in words. Used by one thread at a time. */
final class Wording {

  private final Terms terms;
  private final DrlTree drl;
  private final Map<String, Template> templates = new HashMap<>();

  Wording(Terms terms, DrlTree drl) {
    this.terms = terms;
    this.drl = drl;
  }

  /** A sentence about a fact, with all that is known of it. */
  String sentence(Object fact) {
    Says says = says(fact);
    return says == null ? word(fact) : filled(says.value(), fact);
  }

  /** A value in the fewest words that distinguish it from others. */
  String word(Object value) {
    if (value == null) {
      return "nothing";
    }
    Says says = says(value);
    if (says != null) {
      return filled(says.name().isEmpty() ? says.value() : says.name(), value);
    }
    if (value instanceof Enum<?>) {
      return lower(value);
    }
    if (value instanceof Collection<?> several) {
      return several.stream().map(this::word).collect(Collectors.joining(", "));
    }
    TypeSource type = declared(value);
    return type == null ? Sentence.word(value) : declared(value, type);
  }

  /** A value within a sentence: facts that rules derive have sentences of their own. */
  String reference(Object value) {
    TypeSource type = value == null ? null : declared(value);
    return type == null ? word(value) : "that " + FactName.words(type.name());
  }

  /** Whether a value is a fact, which has a sentence; a number or a row of values has none. */
  boolean isFact(Object value) {
    return value != null && (says(value) != null || declared(value) != null);
  }

  private static Says says(Object value) {
    return value.getClass().getAnnotation(Says.class);
  }

  /** The type that the pack declares a fact's class by, or null. */
  private TypeSource declared(Object value) {
    return FactTypes.isGiven(value.getClass()) ? null : drl.type(value.getClass().getSimpleName());
  }

  /** A constant's name in words. */
  static String lower(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** By the sentence that the pack has for such facts, else field by field. */
  private String declared(Object fact, TypeSource type) {
    String says =
        drl.withParents(type.name()).stream()
            .map(TypeSource::says)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> fieldByField(type));
    return filled(says, fact);
  }

  private String fieldByField(TypeSource type) {
    return drl.fields(type.name()).stream()
        .map(field -> "%s {%s}".formatted(FactName.words(field), field))
        .collect(Collectors.joining(", ", FactName.words(type.name()) + " with ", ""));
  }

  private String filled(String says, Object fact) {
    Values values = new Values(terms, fact, Map.of());
    return templates.computeIfAbsent(says, Template::of).filled(new FactFields(values, this));
  }
}
