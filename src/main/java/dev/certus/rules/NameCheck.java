package dev.certus.rules;

import dev.certus.policy.DidYouMean;
import dev.certus.policy.Pack;
import dev.certus.policy.PackException;
import dev.certus.policy.PackFiles;
import dev.certus.policy.Problem;
import dev.certus.policy.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Holds the names of terms and decisions that rules write as texts against the pack. */
final class NameCheck {

  private static final Pattern TERM = Pattern.compile("\\bterms\\s*\\.\\s*\\w+\\(\\s*\"([^\"]*)\"");
  private static final Pattern CODE =
      Pattern.compile("\\bdecisions\\s*\\.\\s*give\\(\\s*\"([^\"]*)\"");

  private final PackFiles files;
  private final List<Problem> problems = new ArrayList<>();

  private NameCheck(PackFiles files) {
    this.files = files;
  }

  /**
   * Checks all DRL files.
   *
   * @throws PackException where a rule names a term or a decision that the pack lacks
   */
  static void check(PackFiles files, Pack pack) {
    NameCheck check = new NameCheck(files);
    check.names(TERM, "term", pack.terms().all().stream().map(Term::name).toList());
    check.names(CODE, "decision", pack.decisions().keySet());
    if (!check.problems.isEmpty()) {
      throw new PackException(check.problems);
    }
  }

  private void names(Pattern pattern, String what, Collection<String> known) {
    Drl.in(files)
        .forEach(
            (file, text) ->
                pattern
                    .matcher(text)
                    .results()
                    .filter(match -> !known.contains(match.group(1)))
                    .forEach(match -> problems.add(problem(file, match, what, known))));
  }

  private Problem problem(String file, MatchResult match, String what, Collection<String> known) {
    return new Problem(
        "unknown-" + what,
        files.at(file, match.start(1)),
        "the pack has no %s `%s`".formatted(what, match.group(1)),
        DidYouMean.oneOf(match.group(1), known));
  }
}
