package dev.certus.drl;

import dev.certus.drl.PatternSource.Quantity;
import dev.certus.pack.PackFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

/** Turns what Drools' parser read from a file into sources. */
final class DescrReader {

  private final PackFiles files;
  private final String file;
  private final String text;

  DescrReader(PackFiles files, String file) {
    this.files = files;
    this.file = file;
    this.text = files.texts().get(file);
  }

  TypeSource type(TypeDeclarationDescr type) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (TypeFieldDescr field : type.getFields().values()) {
      fields.put(field.getFieldName(), field.getPattern().getObjectType());
    }
    String parent =
        type.getSuperTypes().isEmpty() ? null : type.getSuperTypes().iterator().next().getName();
    return new TypeSource(
        type.getTypeName(),
        parent,
        fields,
        annotation(type, "says"),
        Set.copyOf(type.getAnnotationNames()),
        named(type, type.getTypeName()),
        declaration(type));
  }

  /** The parser has a declaration begin with the name. */
  private Span declaration(TypeDeclarationDescr type) {
    Span named = span(type);
    return Span.of(files, file, text.lastIndexOf("declare", named.start()), named.end());
  }

  /** Where a name first stands in a piece that begins with {@code owner}. */
  Span named(BaseDescr owner, String name) {
    int start = Math.max(text.indexOf(name, Math.max(owner.getStartCharacter(), 0)), 0);
    return Span.of(files, file, start, start + name.length());
  }

  RuleSource rule(RuleDescr rule) {
    Span whole = span(rule);
    Map<String, String> attributes = new LinkedHashMap<>();
    rule.getAttributes().forEach((name, attribute) -> attributes.put(name, attribute.getValue()));
    Map<String, String> annotations = new LinkedHashMap<>();
    for (String name : rule.getAnnotationNames()) {
      annotations.put(name, annotation(rule, name));
    }
    List<PatternSource> patterns = new ArrayList<>();
    add(patterns, rule.getLhs(), Quantity.EACH);
    int nameStart = text.indexOf('"', whole.start());
    Span name = Span.of(files, file, nameStart, nameStart + rule.getName().length() + 2);
    return new RuleSource(
        rule.getName(), name, attributes, annotations, patterns, whole, consequence(rule, whole));
  }

  /** The text of an annotation, or null; the parser leaves its quotes on. */
  private static String annotation(AnnotatedBaseDescr piece, String name) {
    return piece.getAnnotation(name) == null
        ? null
        : String.valueOf(piece.getAnnotation(name).getValue()).replaceAll("^\"|\"$", "").strip();
  }

  private Span consequence(RuleDescr rule, Span whole) {
    String code = String.valueOf(rule.getConsequence()).strip();
    int end = text.lastIndexOf("end", whole.end());
    int start = text.lastIndexOf(code, end);
    return Span.of(files, file, Math.max(start, whole.start()), end);
  }

  private void add(List<PatternSource> patterns, BaseDescr element, Quantity quantity) {
    if (element instanceof PatternDescr pattern) {
      add(patterns, pattern, quantity);
    } else if (element instanceof ConditionalElementDescr several) {
      Quantity inner = within(element, quantity);
      for (Object part : several.getDescrs()) {
        add(patterns, (BaseDescr) part, inner);
      }
    }
  }

  private static Quantity within(BaseDescr element, Quantity otherwise) {
    if (element instanceof NotDescr) {
      return Quantity.NONE;
    }
    if (element instanceof ExistsDescr) {
      return Quantity.SOME;
    }
    return element instanceof ForallDescr ? Quantity.ALL : otherwise;
  }

  private void add(List<PatternSource> patterns, PatternDescr pattern, Quantity quantity) {
    if (pattern.getSource() instanceof AccumulateDescr accumulate) {
      add(patterns, accumulate.getInput(), Quantity.ALL);
      return;
    }
    if (pattern.getSource() instanceof CollectDescr collect) {
      add(patterns, collect.getInputPattern(), Quantity.ALL);
      return;
    }
    List<ConditionSource> conditions =
        pattern.getConstraint().getDescrs().stream()
            .map(condition -> ConditionSource.of(span((BaseDescr) condition)))
            .toList();
    patterns.add(
        new PatternSource(
            pattern.getObjectType(),
            pattern.getIdentifier(),
            pattern.getSource() instanceof FromDescr ? Quantity.EACH_ITEM : quantity,
            conditions,
            span(pattern)));
  }

  private Span span(BaseDescr piece) {
    int end = Math.min(piece.getEndCharacter() + 1, text.length());
    return Span.of(files, file, piece.getStartCharacter(), end);
  }
}
