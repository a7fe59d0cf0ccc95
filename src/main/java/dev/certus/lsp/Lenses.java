package dev.certus.lsp;

import dev.certus.language.Occurrence;
import dev.certus.language.Symbol.Kind;
import dev.certus.language.Trial;
import dev.certus.language.Verdict;
import dev.certus.problem.Count;
import dev.certus.scenario.Mismatch;
import dev.certus.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;

/** What stands above rules and scenarios: how many scenarios reach a rule, how a scenario goes. */
final class Lenses {

  private Lenses() {}

  static List<CodeLens> of(OpenFile file, Verdict verdict) {
    List<CodeLens> lenses = new ArrayList<>();
    Positions positions = new Positions(verdict.texts().all().getOrDefault(file.name(), ""));
    for (Occurrence definition : file.pack().language().outline(file.name())) {
      if (definition.symbol().kind() == Kind.RULE) {
        lenses.add(
            new CodeLens(
                positions.range(definition.start(), definition.end()),
                new Command(reach(verdict.trial(), definition.symbol().name()), ""),
                null));
      }
    }
    for (ScenarioResult result : verdict.trial().results()) {
      if (file.name().equals(verdict.texts().nameOf(result.scenario().at()))) {
        String text = result.passed() ? "passes" : "fails: " + why(result);
        lenses.add(
            new CodeLens(
                Positions.line(result.scenario().at().line() - 1), new Command(text, ""), null));
      }
    }
    return lenses;
  }

  private static String reach(Trial trial, String rule) {
    List<ScenarioResult> reaching = trial.reaching(rule);
    long failed = reaching.stream().filter(result -> !result.passed()).count();
    if (reaching.isEmpty()) {
      return "no scenario reaches this rule";
    }
    String text = Count.of(reaching.size(), "scenario");
    return failed == 0 ? text + ", all pass" : text + ", %d failing".formatted(failed);
  }

  /** Why a scenario fails, in a line. */
  static String why(ScenarioResult failed) {
    if (failed.failure() != null) {
      return failed.failure();
    }
    Mismatch first = failed.mismatches().get(0);
    String what =
        first.expected() == null ? first.given().code() : String.valueOf(first.expected());
    return "%s: %s".formatted(first.cause(), what);
  }
}
