package dev.certus.diagnose;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.DottedName;
import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.ImportSource;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.drl.TypeSource;
import dev.certus.pack.PackFiles;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.Location;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Guesses which type, field, method or variable an author means by a name. */
final class Spelling {

  private static final Set<String> KEYWORDS = Set.of("this", "terms", "decisions");

  private final PackFiles files;
  private final DrlTree drl;
  private final Vocabulary vocabulary;

  Spelling(PackFiles files, DrlTree drl) {
    this.files = files;
    this.drl = drl;
    this.vocabulary = Vocabulary.of(drl);
  }

  /** "did you mean …?" for the name at a place of a DRL file, or null where none is near. */
  String help(Location at) {
    return name(at)
        .flatMap(
            name ->
                DidYouMean.nearest(name, candidates(at, name)).filter(near -> !near.equals(name)))
        .map("did you mean `%s`?"::formatted)
        .orElse(null);
  }

  /** The place of the first unknown name of an expression, else {@code at}. */
  Location unknown(Location at, String expression) {
    return Stream.concat(conditions(at, expression), expressions(at, expression))
        .findFirst()
        .flatMap(found -> found.all().filter(part -> isUnknown(at, part)).findFirst())
        .map(part -> part.span().at(files))
        .orElse(at);
  }

  private boolean isUnknown(Location at, Expression part) {
    return part instanceof Expression.Name name
        && !KEYWORDS.contains(name.name())
        && !candidates(at, name.name()).contains(name.name());
  }

  private Stream<Expression> conditions(Location at, String text) {
    return drl.rules().stream()
        .flatMap(rule -> rule.patterns().stream())
        .flatMap(pattern -> pattern.conditions().stream())
        .filter(condition -> begins(condition.span(), at))
        .filter(condition -> condition.span().squeezed().equals(text))
        .map(ConditionSource::tree);
  }

  private Stream<Expression> expressions(Location at, String text) {
    return drl.expressions()
        .filter(found -> begins(found.span(), at))
        .filter(found -> found.text().equals(text));
  }

  /** The name at a place: of a path such as {@code java.util.Lisd}, its last. */
  private Optional<String> name(Location at) {
    return names()
        .filter(span -> begins(span, at))
        .map(Span::text)
        .map(DottedName::last)
        .findFirst();
  }

  private boolean begins(Span span, Location at) {
    return files.path(span.file()).equals(at.file()) && span.at(files).equals(at);
  }

  private Stream<Span> names() {
    Stream<Span> types = drl.types().stream().flatMap(Spelling::names);
    Stream<Span> patterns =
        drl.rules().stream().flatMap(rule -> rule.patterns().stream()).map(PatternSource::typeAt);
    Stream<Span> inExpressions = drl.expressions().map(Spelling::name).filter(Objects::nonNull);
    return Stream.of(drl.imports().stream().map(ImportSource::name), types, patterns, inExpressions)
        .flatMap(s -> s);
  }

  private static Stream<Span> names(TypeSource type) {
    return type.fields().stream().map(TypeSource.FieldSource::typeAt);
  }

  private static Span name(Expression expression) {
    return expression.accept(
        new Expression.Visitor<Span>() {
          @Override
          public Span other(Expression other) {
            return null;
          }

          @Override
          public Span name(Expression.Name name) {
            return name.span();
          }

          @Override
          public Span member(Expression.Member member) {
            return member.nameAt();
          }

          @Override
          public Span call(Expression.Call call) {
            return call.nameAt();
          }

          @Override
          public Span newObject(Expression.New object) {
            return object.typeAt();
          }
        });
  }

  private Set<String> candidates(Location at, String name) {
    if (name.startsWith("$")) {
      return variables(at);
    }
    return Character.isUpperCase(name.charAt(0)) ? vocabulary.types() : vocabulary.members();
  }

  private Set<String> variables(Location at) {
    return drl.rules().stream()
        .filter(rule -> contains(rule, at))
        .flatMap(Spelling::variables)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<String> variables(RuleSource rule) {
    return rule.elements().stream()
        .flatMap(
            element ->
                Stream.concat(
                    element.patterns().stream()
                        .flatMap(
                            pattern ->
                                Stream.concat(
                                    Stream.ofNullable(pattern.binding()),
                                    pattern.conditions().stream().map(ConditionSource::binding))),
                    element.results().stream().map(ConditionSource::binding)));
  }

  private boolean contains(RuleSource rule, Location at) {
    Location start = rule.whole().at(files);
    Location end = rule.whole().at(files, rule.whole().text().length());
    return start.file().equals(at.file()) && start.line() <= at.line() && at.line() <= end.line();
  }
}
