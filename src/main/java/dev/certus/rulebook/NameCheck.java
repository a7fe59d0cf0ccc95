package dev.certus.rulebook;

import dev.certus.drl.DrlSources;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.pack.Term;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Holds the names that rules use against those that the pack has, or that certus gives. */
public final class NameCheck {

  private static final Pattern PHASE = Pattern.compile("(?:-group\\s+|@phase\\(\\s*)\"([^\"]*)\"");
  private static final Pattern CLAUSE = Pattern.compile("@clause\\(\\s*\"([^\"]*)\"");
  private static final Pattern READINGS = Pattern.compile("@readings\\(\\s*\"([^\"]*)\"");
  private static final Pattern TERM = Pattern.compile("\\bterms\\.\\w+\\(\\s*\"([^\"]*)\"");
  private static final String GIVE = "\\bdecisions\\s*\\.\\s*give\\s*\\(\\s*";
  private static final String CHOICE = "[^\"?,;]*\\?\\s*";
  private static final Pattern DECISION = Pattern.compile(GIVE + "(?:" + CHOICE + ")?\"([^\"]*)\"");
  private static final Pattern OTHER_DECISION =
      Pattern.compile(GIVE + CHOICE + "\"[^\"]*\"\\s*:\\s*\"([^\"]*)\"");

  private static final List<String> GLOBALS = List.of("terms", "decisions");

  private final PackFiles files;
  private final List<Problem> problems = new ArrayList<>();

  private NameCheck(PackFiles files) {
    this.files = files;
  }

  /** A problem for each name in a rule that the pack lacks. */
  public static List<Problem> problems(PackFiles files, DrlSources drl, Pack pack) {
    NameCheck check = new NameCheck(files);
    List<String> terms = pack.terms().all().stream().map(Term::name).toList();
    for (RuleSource rule : drl.rules()) {
      if (rule.phase().isEmpty()) {
        check.withoutPhase(rule, pack);
      }
      check.known("phase", rule.named(PHASE), pack.phases());
      check.known("clause", rule.named(CLAUSE), pack.clauses().keySet());
      check.known("reading", rule.named(READINGS), pack.readings().keySet());
      check.known("term", rule.named(TERM), terms);
      check.known("decision", rule.named(DECISION), pack.decisions().keySet());
      check.known("decision", rule.named(OTHER_DECISION), pack.decisions().keySet());
    }
    check.known("global", drl.globals(), GLOBALS);
    return check.problems;
  }

  /**
   * Like {@link #problems}.
   *
   * @throws PackException where there are any
   */
  static void check(PackFiles files, DrlSources drl, Pack pack) {
    List<Problem> problems = problems(files, drl, pack);
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
  }

  private void withoutPhase(RuleSource rule, Pack pack) {
    problems.add(
        new Problem(
            "unknown-phase",
            rule.nameAt().at(files),
            "this rule does not say in which phase it runs",
            "add @phase( \"…\" ) with one of " + String.join(", ", pack.phases())));
  }

  private void known(String what, List<Span> lists, Collection<String> known) {
    lists.stream()
        .flatMap(list -> list.split(",").stream())
        .filter(id -> !known.contains(id.text()))
        .forEach(id -> unknown(what, id.text(), id, known));
  }

  private void unknown(String what, String id, Span at, Collection<String> known) {
    problems.add(
        new Problem(
            "unknown-" + what,
            at.at(files),
            "the pack has no %s `%s`".formatted(what, id),
            DidYouMean.oneOf(id, known)));
  }
}
