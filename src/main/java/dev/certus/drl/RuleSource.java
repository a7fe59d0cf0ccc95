package dev.certus.drl;

import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.New;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule as it is written.
 *
 * @param name the rule's name
 * @param nameAt its name, with the quotes
 * @param attributes its attributes, such as {@code ruleflow-group}
 * @param annotations its annotations, such as {@code @clause}
 * @param elements what it asks for, one after another
 * @param consequence the text between {@code then} and {@code end}
 * @param comments the comments right above it
 * @param whole all of it, from {@code rule} to {@code end}
 */
public record RuleSource(
    String name,
    Span nameAt,
    List<AttributeSource> attributes,
    List<AnnotationSource> annotations,
    List<Element> elements,
    Block consequence,
    List<Span> comments,
    Span whole) {

  private static final List<String> INSERTS = List.of("insert", "insertLogical");
  private static final List<String> PHASE_ATTRIBUTES = List.of("ruleflow-group", "agenda-group");

  /** The phase that it runs in, or an empty text. */
  public String phase() {
    Span at = phaseAt();
    return at == null ? "" : at.text();
  }

  /** Where it names the phase that it runs in, or null. */
  public Span phaseAt() {
    return attributes.stream()
        .filter(attribute -> isPhase(attribute.name()) && attribute.value() != null)
        .map(AttributeSource::text)
        .findFirst()
        .orElseGet(() -> listed("phase").stream().findFirst().orElse(null));
  }

  /** Whether an attribute names a phase. */
  public static boolean isPhase(String attribute) {
    return PHASE_ATTRIBUTES.contains(attribute);
  }

  /** Its patterns, those inside others included, from left to right. */
  public List<PatternSource> patterns() {
    return elements.stream().flatMap(element -> element.patterns().stream()).toList();
  }

  /** The facts that it inserts. */
  public List<InsertSource> inserts() {
    return consequence
        .all()
        .flatMap(RuleSource::calls)
        .filter(RuleSource::insertsNew)
        .map(call -> new InsertSource(call, (New) call.arguments().get(0)))
        .toList();
  }

  /**
   * The types of the facts that it inserts: what {@link #inserts} has, without reading the Java.
   */
  public Set<String> insertedTypes() {
    Set<String> types = new LinkedHashSet<>();
    List<Token> tokens = Lexer.of(consequence.span().text()).tokens();
    for (int at = 0; at + 3 < tokens.size(); at++) {
      if (INSERTS.contains(tokens.get(at).text())
          && tokens.get(at + 1).is("(")
          && tokens.get(at + 2).is("new")) {
        types.add(tokens.get(at + 3).text());
      }
    }
    return types;
  }

  /** The decisions that it gives. */
  public List<GiveSource> gives() {
    return consequence
        .all()
        .flatMap(RuleSource::calls)
        .filter(call -> call.isOf("decisions") && call.name().equals("give"))
        .filter(call -> call.arguments().size() == 2)
        .map(call -> new GiveSource(call.arguments().get(0), call.arguments().get(1)))
        .toList();
  }

  /** The codes of the decisions that it may give. */
  public Set<String> codes() {
    return gives().stream()
        .flatMap(give -> give.codes().stream())
        .map(Expression::literalText)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean insertsNew(Call call) {
    return INSERTS.contains(call.name())
        && (call.owner() == null || call.isOf("drools"))
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof New;
  }

  private static Stream<Call> calls(Expression expression) {
    return expression instanceof Call call ? Stream.of(call) : Stream.of();
  }

  /** All expressions of the rule, from left to right, and each from the outside in. */
  public Stream<Expression> expressions() {
    return Stream.concat(
        elements.stream().flatMap(RuleSource::codes).flatMap(code -> code.tree().all()),
        consequence.all());
  }

  private static Stream<ExpressionSource> codes(Element element) {
    Stream<ExpressionSource> ofPatterns =
        element.patterns().stream()
            .flatMap(
                pattern ->
                    Stream.concat(
                        pattern.conditions().stream().map(ConditionSource::code),
                        Stream.ofNullable(pattern.from())));
    return Stream.concat(ofPatterns, element.results().stream().map(ConditionSource::code));
  }

  /** The ids that an annotation lists, by commas; none where the rule does not have it. */
  public List<String> ids(String annotation) {
    return listed(annotation).stream().map(Span::text).toList();
  }

  /** The places of the ids that an annotation lists; none where the rule does not have it. */
  public List<Span> listed(String annotation) {
    return annotations.stream()
        .filter(one -> one.name().equals(annotation))
        .findFirst()
        .map(one -> one.text().items())
        .orElse(List.of());
  }
}
