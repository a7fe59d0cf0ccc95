package dev.certus.cli;

import dev.certus.decision.Decision;
import dev.certus.decision.DecisionFields;
import dev.certus.output.Wrap;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.Coverage;
import dev.certus.scenario.Expectation;
import dev.certus.scenario.Mismatch;
import dev.certus.scenario.ScenarioJson;
import dev.certus.scenario.ScenarioResult;
import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** How results of scenarios are printed. */
enum TestFormat {
  /** For people: each failure with what was expected, what was given, and why it was. */
  HUMAN {
    @Override
    void print(PrintWriter out, ScenarioResult result, RuleBook book) {
      if (result.passed()) {
        return;
      }
      out.printf("FAILED  %s%n", result.scenario().name());
      out.printf("  %s%n", result.scenario().at());
      if (result.scenario().because() != null) {
        out.printf("  because %s%n", result.scenario().because());
      }
      if (result.failure() != null) {
        out.printf("  %s%n", result.failure());
      }
      result.mismatches().forEach(mismatch -> print(out, mismatch, book));
      out.println();
    }

    private void print(PrintWriter out, Mismatch mismatch, RuleBook book) {
      Expectation expected = mismatch.expected();
      Decision given = mismatch.given();
      out.printf("%n  %s:%n", mismatch.cause());
      if (expected == null) {
        DecisionFields.of(given).forEach((name, value) -> row(out, name, "", text(value), ""));
      } else {
        Map<String, Object> actual = given == null ? Map.of() : DecisionFields.of(given);
        Map<String, Object> unmet = given == null ? expected.fields() : expected.unmet(given);
        row(out, "", "expected", given == null ? "nothing like it" : "given", "");
        expected
            .fields()
            .forEach(
                (name, value) ->
                    row(
                        out,
                        name,
                        text(value),
                        given == null ? "" : text(actual.get(name)),
                        unmet.containsKey(name) && given != null ? "<" : ""));
      }
      if (given != null) {
        out.printf("  why: %s%n", Wrap.lines(given.reason(), "       ").strip());
        out.printf("       rule \"%s\"%n", given.rule());
        out.printf("       %s%n", book.rules().get(given.rule()).at());
      }
    }

    private void row(PrintWriter out, String name, String one, String other, String mark) {
      out.println("    %-9s %-31s %-31s %s".formatted(name, one, other, mark).stripTrailing());
    }

    private String text(Object value) {
      return value == null ? "none" : value.toString();
    }

    @Override
    void print(PrintWriter out, Coverage coverage) {
      coverage
          .kinds()
          .forEach(
              (kind, reach) -> {
                out.printf("%-11s %3d %% of %d%n", kind, reach.percent(), reach.all());
                reach.missed().forEach(one -> out.printf("  not reached: %s%n", one));
              });
    }
  },
  /** For programs: one JSON object a line. */
  JSON {
    @Override
    void print(PrintWriter out, ScenarioResult result, RuleBook book) {
      out.println(ScenarioJson.of(result));
    }

    @Override
    void print(PrintWriter out, Coverage coverage) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.set("coverage", ScenarioJson.of(coverage));
      out.println(json);
    }
  };

  /** Prints how a scenario went; people see failures only. */
  abstract void print(PrintWriter out, ScenarioResult result, RuleBook book);

  /** Prints what the scenarios reach. */
  abstract void print(PrintWriter out, Coverage coverage);
}
