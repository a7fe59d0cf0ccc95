package dev.certus.diagnose;

import dev.certus.drl.DrlTree;
import dev.certus.drl.FunctionSource;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.builder.Message;

/**
 * Turns what the rule compiler reports into problems at their places in the pack's files. The
 * compiler speaks of classes that it generated, often without a place; they are traced back by
 * their code.
 */
public final class Diagnosis {

  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?s)\\(line (\\d+),col (\\d+)\\) Parse error\\. Found\\s+(\\S+?)(?: <\\w+>)?, expected (.*)");
  private static final Pattern SYNTAX =
      Pattern.compile("(?s)\\[ERR \\d+\\] Line (\\d+):(\\d+) (.*?)(?: in rule .*)?");
  private static final Pattern METHOD =
      Pattern.compile(" *(?:public|private|protected) .*?(\\w+)\\([^()]*\\) *(?:throws .*)?\\{");
  private static final Pattern WORD = Pattern.compile("[$\\w]{3,}");
  private static final List<String> PLAIN_ENGLISH =
      List.of("The", "method", "for", "type", "undefined", "constructor", "cannot", "resolved");
  private static final String COMPILE = "drl-compile";
  private static final String SOURCE = "Java source of ";

  private final PackFiles files;
  private final DrlTree drl;
  private final CodeSearch search;

  /** A diagnosis of a pack that does not compile. */
  public Diagnosis(PackFiles files) {
    this.files = files;
    this.drl = DrlTree.of(files);
    this.search = new CodeSearch(drl);
  }

  /** The problems behind the compiler's messages; at least one. */
  public List<Problem> of(List<Message> errors) {
    List<Problem> syntax = drl.problems();
    if (!syntax.isEmpty()) {
      return syntax;
    }
    Map<String, String> generated = sources(errors);
    List<Problem> problems =
        errors.stream()
            .filter(error -> !isEcho(error))
            .map(error -> problem(error, generated))
            .distinct()
            .toList();
    Spelling spelling = new Spelling(files, drl);
    return causes(problems).stream().map(problem -> spelt(problem, spelling)).toList();
  }

  private static Problem spelt(Problem problem, Spelling spelling) {
    String expression = CompilerWords.unclear(problem.message());
    Location at = expression == null ? problem.at() : spelling.unknown(problem.at(), expression);
    String message =
        at.equals(problem.at())
            ? problem.message()
            : "nothing has this name, in `%s`".formatted(expression);
    return new Problem(problem.code(), at, message, spelling.help(at));
  }

  /** Messages that only repeat, or show the source of, what others say. */
  private static boolean isEcho(Message error) {
    return error.getText().startsWith(SOURCE)
        || error.getText().equals("Parser returned a null Package");
  }

  private static Map<String, String> sources(List<Message> errors) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Message error : errors) {
      if (error.getText().startsWith(SOURCE)) {
        sources.put(error.getPath(), error.getText().substring(error.getText().indexOf('\n') + 1));
      }
    }
    return sources;
  }

  private Problem problem(Message error, Map<String, String> generated) {
    String text = error.getText();
    String words = CompilerWords.plain(text);
    if (generated.containsKey(error.getPath())) {
      Location at = generated(generated.get(error.getPath()), error.getLine(), text);
      return new Problem(COMPILE, at, words, null);
    }
    if (error.getPath() == null || error.getPath().endsWith(".java")) {
      return new Problem(COMPILE, type(text), words, null);
    }
    Matcher statement = STATEMENT.matcher(text);
    if (statement.find()) {
      return statement(error, statement);
    }
    Matcher syntax = SYNTAX.matcher(text);
    if (syntax.matches()) {
      int column = Integer.parseInt(syntax.group(2)) + 1;
      Location at = new Location(path(error), Integer.parseInt(syntax.group(1)), column);
      return new Problem("drl-syntax", at, syntax.group(3), null);
    }
    Location at =
        error.getLine() > 0
            ? new Location(path(error), error.getLine(), 0)
            : quoted(error, CompilerWords.code(text));
    return new Problem(COMPILE, at, words, null);
  }

  /** The place of code that a message quotes, unless more than one rule has it. */
  private Location quoted(Message error, String code) {
    Optional<Span> found =
        search.rulesWith(file(error), code) > 1
            ? Optional.empty()
            : search.first(file(error)::equals, code);
    return found.map(span -> span.at(files)).orElse(Location.of(path(error)));
  }

  /** A consequence that is not Java: the compiler counts lines from the one before its first. */
  private Problem statement(Message error, Matcher statement) {
    int line = Integer.parseInt(statement.group(1)) - 2;
    int column = Integer.parseInt(statement.group(2)) + 1;
    String message = "this is not Java: `%s` is unexpected".formatted(statement.group(3));
    Location at =
        drl.rules().stream()
            .filter(rule -> rule.whole().file().equals(file(error)))
            .filter(rule -> rule.nameAt().at(files).line() == error.getLine())
            .findFirst()
            .map(rule -> within(rule, line, column))
            .orElse(new Location(path(error), error.getLine(), 0));
    return new Problem(COMPILE, at, message, null);
  }

  private Location within(RuleSource rule, int line, int column) {
    Location start = rule.consequence().span().at(files);
    int shift = line == 0 ? start.column() - 1 : 0;
    return new Location(start.file(), start.line() + line, column + shift);
  }

  /** The place of a line of generated source: in a function, or code of a rule. */
  private Location generated(String source, int number, String message) {
    return function(source, number)
        .map(function -> word(function.body().span().stripped(), message))
        .orElseGet(() -> traced(line(source, number).replace("drools.insert", "insert"), message));
  }

  /** The function that has a line of generated source: its head is the last one before. */
  private Optional<FunctionSource> function(String source, int number) {
    String name =
        source
            .lines()
            .limit(number)
            .map(METHOD::matcher)
            .filter(Matcher::matches)
            .map(method -> method.group(1))
            .reduce("", (one, later) -> later);
    return drl.functions().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static String line(String source, int number) {
    return source.lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
  }

  private String path(Message error) {
    return files.path(file(error));
  }

  private static String file(Message error) {
    return error.getPath().substring(error.getPath().lastIndexOf('/') + 1);
  }

  /** The place of a generated line's code, narrowed to the word that the message is about. */
  private Location traced(String line, String message) {
    Predicate<String> anyFile = file -> true;
    return search.first(anyFile, line).map(span -> word(span, message)).orElse(type(message));
  }

  private Location word(Span code, String message) {
    Matcher word = WORD.matcher(message);
    while (word.find()) {
      Matcher found =
          Pattern.compile("(?<![$\\w])" + Pattern.quote(word.group()) + "(?![$\\w])")
              .matcher(code.text());
      if (!PLAIN_ENGLISH.contains(word.group()) && found.find()) {
        return code.at(files, found.start());
      }
    }
    return code.at(files);
  }

  /** Where the type that a message is about is first named. */
  private Location type(String message) {
    String type = CompilerWords.type(message);
    return Optional.ofNullable(type)
        .flatMap(search::type)
        .map(span -> span.at(files))
        .orElse(Location.of(files.folder()));
  }

  /** A missing type makes much else fail: only that is reported then. */
  private static List<Problem> causes(List<Problem> problems) {
    List<Predicate<String>> first =
        List.of(CompilerWords::isMissingImport, CompilerWords::isMissingType);
    List<Problem> placed =
        new ArrayList<>(problems.stream().filter(p -> p.at().line() > 0).toList());
    for (Predicate<String> cause : first) {
      List<Problem> causes = placed.stream().filter(p -> cause.test(p.message())).toList();
      if (!causes.isEmpty()) {
        return causes;
      }
    }
    return placed.isEmpty() ? problems : placed;
  }
}
