package dev.certus.check;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Span;
import dev.certus.drl.TypeSource;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Sentences of declared facts that name a field which the fact does not have. */
final class SaysCheck {

  private final DrlTree drl;

  SaysCheck(DrlTree drl) {
    this.drl = drl;
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (TypeSource type : drl.types()) {
      List<String> fields = drl.fields(type.name());
      type.saysFields().stream()
          .filter(path -> !fields.contains(firstName(path)))
          .forEach(path -> problems.add(problem(type, path, fields)));
    }
    return problems;
  }

  private static String firstName(Span path) {
    int dot = path.text().indexOf('.');
    return dot < 0 ? path.text() : path.text().substring(0, dot);
  }

  private Problem problem(TypeSource type, Span path, List<String> fields) {
    String name = firstName(path);
    return new Problem(
        "unknown-field",
        path.at(drl.files()),
        "a `%s` has no field `%s`".formatted(type.name(), name),
        DidYouMean.oneOf(name, fields));
  }
}
