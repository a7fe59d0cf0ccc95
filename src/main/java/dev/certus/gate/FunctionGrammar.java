package dev.certus.gate;

import dev.certus.drl.Expression.Call;
import dev.certus.drl.FunctionSource;
import dev.certus.drl.ParameterSource;
import dev.certus.drl.Statement;
import dev.certus.drl.Statement.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a function may be: values that get a name, then the one that it returns. */
final class FunctionGrammar {

  private static final Set<String> TAKEN =
      Set.of("insert", "insertLogical", "modify", "update", "retract", "delete");

  private final StatementGrammar statements;
  private final Refusals refusals;

  FunctionGrammar(StatementGrammar statements, Refusals refusals) {
    this.statements = statements;
    this.refusals = refusals;
  }

  void check(List<FunctionSource> functions) {
    functions.forEach(this::check);
    Map<String, Set<String>> calls = new HashMap<>();
    functions.forEach(
        function ->
            calls.computeIfAbsent(function.name(), n -> new HashSet<>()).addAll(called(function)));
    functions.stream()
        .filter(function -> reaches(function.name(), function.name(), calls, new HashSet<>()))
        .forEach(this::endless);
  }

  private void check(FunctionSource function) {
    if (TAKEN.contains(function.name())) {
      refusals.add(
          "forbidden-declaration",
          function.at(),
          "a function may not be called `%s`".formatted(function.name()),
          "give it a name that says what it returns");
    }
    if (function.body().statements().isEmpty() || function.type().text().equals("void")) {
      refusals.add(
          "forbidden-statement",
          function.at(),
          "the function `%s` returns nothing".formatted(function.name()),
          "a function returns a value; what a rule does stands in its consequence");
    } else {
      statements.type(function.type());
    }
    function.parameters().stream().map(ParameterSource::type).forEach(statements::type);
    List<Statement> body = function.body().statements();
    for (int i = 0; i < body.size(); i++) {
      Statement statement = body.get(i);
      if (statement.kind() == (i == body.size() - 1 ? Kind.RETURN : Kind.LOCAL)) {
        statements.value(statement);
      } else {
        statements.refuse(
            statement,
            "a function",
            "give values names, such as `Day last = …;`, then `return` one");
      }
    }
  }

  private static Set<String> called(FunctionSource function) {
    return function
        .body()
        .all()
        .filter(part -> part instanceof Call call && call.owner() == null)
        .map(part -> ((Call) part).name())
        .collect(Collectors.toSet());
  }

  private static boolean reaches(
      String from, String to, Map<String, Set<String>> calls, Set<String> seen) {
    return calls.getOrDefault(from, Set.of()).stream()
        .anyMatch(next -> next.equals(to) || (seen.add(next) && reaches(next, to, calls, seen)));
  }

  private void endless(FunctionSource function) {
    refusals.add(
        "forbidden-call",
        function.at(),
        "the function `%s` calls itself".formatted(function.name()),
        "let rules derive facts from facts instead");
  }
}
