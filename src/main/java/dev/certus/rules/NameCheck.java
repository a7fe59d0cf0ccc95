package dev.certus.rules;

import dev.certus.drl.DrlSources;
import dev.certus.drl.RuleSource;
import dev.certus.policy.DidYouMean;
import dev.certus.policy.Pack;
import dev.certus.policy.PackException;
import dev.certus.policy.PackFiles;
import dev.certus.policy.Problem;
import dev.certus.policy.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Holds the names of phases, clauses, readings, terms and decisions in rules against the pack. */
public final class NameCheck {

  private static final String TERM = "\\bterms\\.\\w{1,20}\\( ?\"";
  private static final String DECISION = "\\bdecisions\\.give\\( ?\"";
  private static final String ANNOTATION = "@%s\\( ?\"[^\"]{0,200}";
  private static final String PHASE = "-group \"";

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
      check.known(rule, "phase", List.of(rule.phase()), PHASE, pack.phases());
      check.known(
          rule, "clause", rule.listed("clause"), annotation("clause"), pack.clauses().keySet());
      check.known(
          rule,
          "reading",
          rule.listed("readings"),
          annotation("readings"),
          pack.readings().keySet());
      check.known(rule, "term", check.named(rule, TERM), TERM, terms);
      check.known(
          rule, "decision", check.named(rule, DECISION), DECISION, pack.decisions().keySet());
    }
    return check.problems;
  }

  /**
   * Like {@link #problems}.
   *
   * @throws PackException where there are any
   */
  static void check(PackFiles files, Pack pack) {
    List<Problem> problems = problems(files, DrlSources.of(files), pack);
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
  }

  private static String annotation(String name) {
    return ANNOTATION.formatted(name);
  }

  private List<String> named(RuleSource rule, String before) {
    return rule.found(Pattern.compile("(?<=%s)[^\"]*(?=\")".formatted(before)));
  }

  private void known(
      RuleSource rule, String what, List<String> ids, String before, Collection<String> known) {
    for (String id : ids) {
      if (!known.contains(id)) {
        Pattern place = Pattern.compile("(?<=%s)%s".formatted(before, Pattern.quote(id)));
        problems.add(
            new Problem(
                "unknown-" + what,
                rule.find(place).at(files),
                "the pack has no %s `%s`".formatted(what, id),
                DidYouMean.oneOf(id, known)));
      }
    }
  }
}
