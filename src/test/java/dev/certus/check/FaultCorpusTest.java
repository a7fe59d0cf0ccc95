package dev.certus.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A fault in each rule of the AWS pack, of one kind after another: is it reported at its places
 * line?
 */
class FaultCorpusTest {

  /** A way to break a rule: what is looked for in it, and what replaces its first group. */
  private record Fault(String name, Pattern place, String by) {

    Fault(String name, String place, String by) {
      this(name, Pattern.compile(place), by);
    }

    boolean fits(RuleSource rule) {
      return place.matcher(rule.whole().text()).find();
    }

    /** Where it is made in a rule that it fits. */
    Matcher in(RuleSource rule) {
      Matcher matcher = place.matcher(rule.whole().text());
      assertThat(matcher.find()).isTrue();
      return matcher;
    }
  }

  private static final List<Fault> FAULTS =
      List.of(
          new Fault(
              "a misspelt type", "(?m)^    (?:not |exists |\\$\\w+ : )?([A-Z]\\w+)\\(", "$1x"),
          new Fault("a misspelt field", "[(,] (?:\\$\\w+ : )?([a-z]\\w+)(?= [=<>!,)])", "$1x"),
          new Fault("an unknown variable", "(?s)then.*?(\\$\\w+)", "$1x"),
          new Fault("an unknown method", "(?s)then.*\\.([a-z]\\w+)\\(", "$1x"),
          new Fault("a missing closing parenthesis", "(?s)when.*?( \\))\n", ""),
          new Fault("a missing semicolon", "(?s)then.*(;)\n", ""),
          new Fault("an unknown clause", "@clause\\( \"([\\w-]+)\"", "$1X"),
          new Fault("a phase that is none", "@phase\\( \"(\\w+)\"", "$1x"),
          new Fault("a missing quote", "@phase\\( \"\\w+(\")", ""),
          new Fault("a keyword misspelt", "(?m)^(then)$", "than"),
          new Fault(
              "a field of another type", "[(,] (status|day|until|expires)(?= [=<>])", "place"),
          new Fault("a misspelt constant", "(?s)when.*?[A-Z]\\w+\\.([A-Z]+)\\b", "$1X"),
          new Fault("an unknown variable in a condition", "(?s)when.*[=<>(] (\\$\\w+)", "$1x"),
          new Fault("a missing comma", "(?s)when.*?\\w(,)\\s", ""),
          new Fault("a misspelt operator", "(?s)when.*?\\s(==|>=|<=|>|<)\\s", "=<"),
          new Fault("an unknown fact", "new (\\w+)\\(", "$1x"),
          new Fault("an unknown term", "terms\\.\\w+\\( \"([\\w-]+)\"", "$1x"),
          new Fault("an unknown reading", "@readings\\( \"(\\w+)", "$1x"),
          new Fault("an unknown decision", "give\\( \"([\\w-]+)\"", "$1x"),
          new Fault("an unknown subject", "give\\( \"[\\w-]+\", (\\w+)\\(", "$1x"),
          new Fault("an open text", "because\\( \"[^\"]*(\")", ""),
          new Fault("a misspelt annotation", "@(clause)", "claws"),
          new Fault("a number", "(?s)when.*?[=<>] ([\\w.$]+)(?= [,)])", "42"),
          new Fault("an elapsed period", "(?s)then.*\\.(start)\\(\\)", "plusHours"));

  @Test
  void nearlyEveryFaultIsReportedAtItsLine() {
    PackFiles pack = PackFiles.read(Packs.AWS, "aws");
    List<RuleSource> rules = DrlTree.of(pack).rules();
    PackCheck check = new PackCheck();
    assertThat(check.again(pack)).isEmpty();
    List<String> missed = new ArrayList<>();
    int next = 0;
    for (RuleSource rule : rules) {
      while (!FAULTS.get(next % FAULTS.size()).fits(rule)) {
        next++;
      }
      Fault fault = FAULTS.get(next++ % FAULTS.size());
      Matcher place = fault.in(rule);
      int start = rule.whole().start() + place.start(1);
      String file = rule.whole().file();
      Location at = pack.at(file, start);
      List<Problem> problems = check.again(broken(pack, file, start, place.group(1), fault));
      if (problems.stream().noneMatch(p -> p.at().line() == at.line() && inFile(p, at))) {
        missed.add("%s at %s: %s".formatted(fault.name(), at, problems));
      }
    }
    assertThat(rules).hasSizeGreaterThanOrEqualTo(60);
    assertThat(missed).as("of %d faults", rules.size()).hasSizeLessThanOrEqualTo(rules.size() / 20);
  }

  private static boolean inFile(Problem problem, Location at) {
    return problem.at().file().equals(at.file());
  }

  private static PackFiles broken(
      PackFiles pack, String file, int start, String original, Fault fault) {
    String text = pack.texts().get(file);
    SortedMap<String, String> texts = new TreeMap<>(pack.texts());
    texts.put(
        file,
        text.substring(0, start)
            + fault.by().replace("$1", original)
            + text.substring(start + original.length()));
    return new PackFiles(pack.folder(), texts);
  }
}
