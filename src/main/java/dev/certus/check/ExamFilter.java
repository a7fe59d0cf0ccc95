package dev.certus.check;

import dev.certus.drl.ConditionSource;
import dev.certus.drl.DottedName;
import dev.certus.drl.Expression;
import dev.certus.drl.PatternSource;
import dev.certus.drl.RuleSource;
import dev.certus.pack.Exam;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which exams of the catalogue a rule may mean, by the conditions on their columns. */
final class ExamFilter {

  private static final Map<String, Function<Exam, Object>> COLUMNS =
      Map.of(
          "beta", Exam::isBeta,
          "level", exam -> '"' + exam.level() + '"',
          "code", exam -> '"' + exam.code() + '"',
          "guide", exam -> '"' + exam.guide() + '"');

  private final RuleSource rule;

  ExamFilter(RuleSource rule) {
    this.rule = rule;
  }

  /** The exams that a variable, or a field of a pattern, may stand for. */
  Predicate<Exam> of(Expression exam) {
    String name = exam == null ? "" : exam.text();
    return demands(name).map(this::test).reduce(e -> true, Predicate::and);
  }

  /** The demands on columns of an exam, as {@code column operator value}. */
  private Stream<Demand> demands(String exam) {
    List<Demand> demands = new ArrayList<>();
    for (PatternSource pattern : rule.patterns()) {
      if (pattern.needsAll()) {
        continue;
      }
      List<String> paths = paths(pattern, exam);
      pattern.conditions().stream()
          .flatMap(Demand::all)
          .filter(demand -> paths.stream().anyMatch(p -> demand.left().startsWith(p + ".")))
          .forEach(demands::add);
    }
    return demands.stream();
  }

  /** What the exam is called in the conditions of a pattern. */
  private static List<String> paths(PatternSource pattern, String exam) {
    Stream<String> fields =
        pattern.conditions().stream()
            .filter(condition -> exam.equals(condition.binding()))
            .map(ConditionSource::tree)
            .map(tree -> tree.parts().isEmpty() ? tree.text() : tree.parts().get(0).text());
    return Stream.concat(Stream.of(exam), fields).filter(Objects::nonNull).distinct().toList();
  }

  private Predicate<Exam> test(Demand demand) {
    String column = DottedName.last(demand.left());
    Function<Exam, Object> value = COLUMNS.get(column);
    return value == null ? exam -> true : exam -> demand.allows(value.apply(exam));
  }
}
