package dev.certus.diagnose;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.ImportSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.drl.Statement;
import dev.certus.drl.TypeSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the place in a pack's DRL of code that a message quotes, whatever its white space. */
final class CodeSearch {

  private final DrlTree drl;

  CodeSearch(DrlTree drl) {
    this.drl = drl;
  }

  /** The first place of code in the files that are searched, if any. */
  Optional<Span> first(Predicate<String> file, String code) {
    String wanted = compact(code);
    return wanted.isEmpty() ? Optional.empty() : places(file, wanted).findFirst();
  }

  /** How many rules of a file have the code. */
  long rulesWith(String file, String code) {
    String wanted = compact(code);
    return drl.rules().stream()
        .filter(rule -> rule.whole().file().equals(file))
        .filter(rule -> in(rule).anyMatch(span -> compact(span.text()).equals(wanted)))
        .count();
  }

  /** Where a type, imported, declared or used, is first named. */
  Optional<Span> type(String name) {
    return typeNames()
        .filter(span -> span.text().equals(name) || span.text().endsWith("." + name))
        .findFirst();
  }

  private Stream<Span> typeNames() {
    Stream<Span> named =
        Stream.concat(
            drl.imports().stream().map(ImportSource::name),
            drl.types().stream().flatMap(type -> typesIn(type)));
    return Stream.concat(named, drl.rules().stream().flatMap(CodeSearch::typesIn));
  }

  private static Stream<Span> typesIn(TypeSource type) {
    return Stream.concat(
        Stream.of(type.at(), type.parentAt()).filter(Objects::nonNull),
        type.fields().stream().map(TypeSource.FieldSource::typeAt));
  }

  private static Stream<Span> typesIn(RuleSource rule) {
    return Stream.concat(
        rule.patterns().stream().map(pattern -> pattern.typeAt()),
        rule.expressions()
            .flatMap(
                expression ->
                    expression instanceof Expression.New created
                        ? Stream.of(created.typeAt())
                        : expression instanceof Expression.Name name
                            ? Stream.of(name.span())
                            : Stream.of()));
  }

  private Stream<Span> places(Predicate<String> file, String wanted) {
    List<RuleSource> rules =
        drl.rules().stream().filter(rule -> file.test(rule.whole().file())).toList();
    return rules.stream()
        .flatMap(CodeSearch::in)
        .filter(span -> compact(span.text()).equals(wanted));
  }

  /** The parts of a rule that a message may quote. */
  private static Stream<Span> in(RuleSource rule) {
    Stream<Span> patterns =
        rule.patterns().stream()
            .flatMap(
                pattern ->
                    Stream.concat(
                        Stream.of(pattern.typeAt()),
                        pattern.conditions().stream().map(ConditionSource::span)));
    Stream<Span> statements = rule.consequence().statements().stream().map(Statement::span);
    Stream<Span> expressions = rule.expressions().flatMap(CodeSearch::parts);
    return Stream.of(Stream.of(rule.nameAt()), patterns, statements, expressions)
        .flatMap(spans -> spans);
  }

  private static Stream<Span> parts(Expression expression) {
    if (expression instanceof Expression.Member member) {
      return Stream.of(member.span(), member.nameAt());
    }
    if (expression instanceof Expression.Call call) {
      return Stream.of(call.span(), call.nameAt());
    }
    return Stream.of(expression.span());
  }

  private static String compact(String code) {
    StringBuilder compact = new StringBuilder(code.length());
    code.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> compact.append((char) c));
    int end = compact.length();
    boolean statement = end > 0 && compact.charAt(end - 1) == ';';
    return compact.substring(0, statement ? end - 1 : end);
  }
}
