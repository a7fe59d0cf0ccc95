package dev.certus.explain;

import dev.certus.decision.Subject;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Choice;
import dev.certus.drl.Expression.New;
import dev.certus.drl.GiveSource;
import dev.certus.explain.Values.Known;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The code and subject of a decision that a rule gives, as far as the values in sight say. */
final class GivenDecision {

  private static final String SUBJECT = Subject.class.getSimpleName();

  private final GiveSource source;
  private final Values values;

  /** What a rule gives with the values of one of its matches. */
  GivenDecision(GiveSource source, Values values) {
    this.source = source;
    this.values = values;
  }

  /** Whether it may have a code; a code that is not known yet may be any. */
  boolean mayBe(String code) {
    return choices(source.code())
        .map(values::of)
        .anyMatch(known -> known.isEmpty() || code.equals(known.get().value()));
  }

  /** Whether it may be about a subject of a kind. */
  boolean mayBeAbout(String kind) {
    return choices(source.subject())
        .map(GivenDecision::kind)
        .anyMatch(named -> named.isEmpty() || named.get().equals(kind));
  }

  /** Its subject, or null where the values do not say. */
  Subject subject() {
    List<Expression> choices = choices(source.subject()).toList();
    return choices.size() == 1 ? subject(choices.get(0)) : null;
  }

  /** An expression, or each of those between which the values in sight do not choose. */
  private Stream<Expression> choices(Expression expression) {
    if (expression instanceof Choice choice) {
      Optional<Known> condition = values.of(choice.condition());
      return condition.isPresent()
          ? choices(condition.get().isTrue() ? choice.yes() : choice.no())
          : Stream.of(choice.yes(), choice.no()).flatMap(this::choices);
    }
    return Stream.of(expression);
  }

  /** The kind that an expression for a subject names, such as {@code exam( … )}. */
  private static Optional<String> kind(Expression subject) {
    if (subject instanceof Call call && isFactory(call)) {
      return Optional.of(call.name());
    }
    return subject instanceof New made && made.type().equals(SUBJECT) && !made.parts().isEmpty()
        ? Optional.ofNullable(made.arguments().get(0).literalText())
        : Optional.empty();
  }

  /** Whether a call makes a subject of the kind that it is named after. */
  private static boolean isFactory(Call call) {
    return (call.owner() == null || call.isOf(SUBJECT)) && call.arguments().size() == 1;
  }

  private Subject subject(Expression expression) {
    Optional<String> kind = kind(expression);
    if (kind.isPresent()) {
      List<Expression> parts = expression.parts();
      return values
          .of(parts.get(parts.size() - 1))
          .map(id -> new Subject(kind.get(), String.valueOf(id.value())))
          .orElse(null);
    }
    Object subject = values.of(expression).map(Known::value).orElse(null);
    return subject instanceof Subject known ? known : null;
  }
}
