package dev.certus.rulebook;

import dev.certus.drl.Code;
import dev.certus.drl.DrlSources;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kie.api.builder.Message;

/**
 * Turns what the rule compiler says into problems at their places in the pack's files. The compiler
 * speaks of classes that it generated, often without a place; they are traced back by their code.
 */
final class Diagnosis {

  private static final Pattern IMPORT =
      Pattern.compile("Only a type can be imported\\. (\\S+) resolves to a package");
  private static final Pattern NO_TYPE = Pattern.compile("(\\w+) cannot be resolved to a type");
  private static final Pattern NAMED_LAST =
      Pattern.compile(
          "(?s)(?:Unknown field (\\w+) on class .*|(?:Unable to Analyse Expression|.*?:) ?(.+?):?\\s*)");
  private static final Pattern PLAIN_START =
      Pattern.compile(
          "^(The|Unable|Unknown|Duplicate|Only|Cannot|Incompatible|Comparison|Type|Syntax|Unhandled|Wrong|Unreachable|Dead)\\b");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?s)\\(line (\\d+),col (\\d+)\\) Parse error\\. Found\\s+(\\S+?)(?: <\\w+>)?, expected (.*)");
  private static final Pattern EXPRESSION =
      Pattern.compile(
          "(?:this cannot be understood: `|unable to parse left part of expression: )(.*?)`?");
  private static final Pattern UNCLEAR = Pattern.compile("Unable to Analyse Expression (.*?):?");
  private static final Pattern GENERATED =
      Pattern.compile(
          "\\b(alphaIndexedBy|betaIndexedBy|LambdaExtractor\\w*|LambdaPredicate\\w*)\\b");
  private static final Pattern ON_TYPE =
      Pattern.compile("(?:from the type|redeclaration of type) (\\w+)");
  private static final String COMPILE = "drl-compile";
  private static final String SOURCE = "Java source of ";

  private final PackFiles files;

  Diagnosis(PackFiles files) {
    this.files = files;
  }

  /** The problems behind the compiler's messages; at least one. */
  List<Problem> of(List<Message> errors) {
    Map<String, String> generated = sources(errors);
    List<Problem> problems = new ArrayList<>();
    for (Message error : errors) {
      if (!isEcho(error)) {
        problems.add(problem(error, generated));
      }
    }
    Spelling spelling = new Spelling(files);
    return withoutConsequences(problems.stream().distinct().toList()).stream()
        .map(problem -> spelt(problem, spelling))
        .toList();
  }

  private static Problem spelt(Problem problem, Spelling spelling) {
    Matcher expression = EXPRESSION.matcher(problem.message());
    Location at =
        expression.matches() ? spelling.unknown(problem.at(), expression.group(1)) : problem.at();
    String message =
        expression.matches() && !at.equals(problem.at())
            ? "nothing is called this here, in `%s`".formatted(expression.group(1))
            : problem.message();
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
    if (generated.containsKey(error.getPath())) {
      String line =
          line(generated.get(error.getPath()), error.getLine()).replace("drools.insert", "insert");
      return new Problem(COMPILE, traced(line, text), lowerCase(text), null);
    }
    if (error.getPath() == null || error.getPath().endsWith(".java")) {
      return new Problem(COMPILE, named(text), lowerCase(text), null);
    }
    Matcher statement = STATEMENT.matcher(text);
    if (statement.find()) {
      return statement(error, statement);
    }
    if (error.getLine() > 0) {
      return new Problem(
          COMPILE, new Location(path(error), error.getLine(), 0), lowerCase(text), null);
    }
    Matcher last = NAMED_LAST.matcher(text);
    String code = last.matches() ? named(last) : text;
    Location at =
        isInSeveralRules(file(error), code)
            ? Location.of(path(error))
            : code(List.of(file(error)), code, path(error));
    return new Problem(COMPILE, at, lowerCase(text), null);
  }

  /** Whether the place of a code is uncertain, for more than one rule has it. */
  private boolean isInSeveralRules(String file, String code) {
    return DrlSources.of(files).rules().stream()
            .filter(rule -> rule.whole().file().equals(file))
            .filter(rule -> Drl.indexOfCode(Code.withoutComments(rule.whole().text()), code) >= 0)
            .limit(2)
            .count()
        > 1;
  }

  /** A consequence that is no Java: the compiler counts lines from the one before its first. */
  private Problem statement(Message error, Matcher statement) {
    int line = Integer.parseInt(statement.group(1)) - 2;
    int column = Integer.parseInt(statement.group(2)) + 1;
    String message =
        "the consequence is no Java: found %s, expected %s"
            .formatted(
                statement.group(3), statement.group(4).contains("\";\"") ? "`;`" : "another");
    return DrlSources.of(files).rules().stream()
        .filter(rule -> rule.whole().file().equals(file(error)))
        .filter(rule -> rule.nameAt().at(files).line() == error.getLine())
        .findFirst()
        .map(rule -> rule.consequence().at(files))
        .map(
            start ->
                new Location(
                    start.file(),
                    start.line() + line,
                    column + (line == 0 ? start.column() - 1 : 0)))
        .map(at -> new Problem(COMPILE, at, message, null))
        .orElseGet(
            () ->
                new Problem(COMPILE, new Location(path(error), error.getLine(), 0), message, null));
  }

  private static String named(Matcher last) {
    return last.group(1) == null ? last.group(2) : last.group(1);
  }

  private static String line(String source, int number) {
    List<String> lines = source.lines().toList();
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }

  private String path(Message error) {
    return files.path(file(error));
  }

  private static String file(Message error) {
    return error.getPath().substring(error.getPath().lastIndexOf('/') + 1);
  }

  /** Where the code of a generated line stands, narrowed to the word that the message is about. */
  private Location traced(String line, String message) {
    Location statement = code(List.copyOf(Drl.in(files).keySet()), line, files.folder());
    if (statement.line() == 0) {
      return named(message);
    }
    String file = statement.file().substring(files.folder().length() + 1);
    String drl = code(file);
    int start = Drl.indexOfCode(drl, line);
    Matcher word = Pattern.compile("[$\\w]+").matcher(message);
    while (word.find()) {
      int at = drl.indexOf(word.group(), start);
      boolean telling = word.group().length() > 2 && !isPlainEnglish(word.group());
      if (telling && at >= 0 && at - start < line.length() * 2) {
        return files.at(file, at);
      }
    }
    return statement;
  }

  private static boolean isPlainEnglish(String word) {
    return List.of("The", "method", "for", "type", "undefined", "constructor", "cannot", "resolved")
        .contains(word);
  }

  private Location code(List<String> candidates, String code, String otherwise) {
    for (String file : candidates) {
      int at = Drl.indexOfCode(code(file), code);
      if (at >= 0) {
        return files.at(file, at);
      }
    }
    return Location.of(otherwise);
  }

  private String code(String file) {
    return Code.withoutComments(files.texts().get(file));
  }

  /** Where the type that a message names stands first. */
  private Location named(String message) {
    for (Pattern pattern : List.of(IMPORT, NO_TYPE, ON_TYPE)) {
      Matcher matcher = pattern.matcher(message);
      if (matcher.find()) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(matcher.group(1)) + "\\b");
        for (Map.Entry<String, String> file : Drl.in(files).entrySet()) {
          Matcher place = word.matcher(code(file.getKey()));
          if (place.find()) {
            return files.at(file.getKey(), place.start());
          }
        }
      }
    }
    return Location.of(files.folder());
  }

  /** A type that is missing makes much else fail; only the cause is told where it is known. */
  private static List<Problem> withoutConsequences(List<Problem> problems) {
    for (Pattern cause : List.of(IMPORT, NO_TYPE)) {
      List<Problem> causes =
          problems.stream()
              .filter(p -> p.at().line() > 0)
              .filter(
                  p ->
                      Pattern.compile(cause.pattern(), Pattern.CASE_INSENSITIVE)
                          .matcher(p.message())
                          .find())
              .toList();
      if (!causes.isEmpty()) {
        return causes;
      }
    }
    List<Problem> placed = problems.stream().filter(p -> p.at().line() > 0).toList();
    return placed.isEmpty() ? problems : placed;
  }

  /** The first line, with its first letter in lower case where it begins a plain English word. */
  private static String lowerCase(String message) {
    if (GENERATED.matcher(message).find()) {
      return "what is compared here is not of the same type";
    }
    String line = message.lines().findFirst().orElse("").strip().replace(". Found", "; found");
    Matcher unclear = UNCLEAR.matcher(line);
    if (unclear.matches()) {
      return "this cannot be understood: `%s`".formatted(unclear.group(1));
    }
    return PLAIN_START.matcher(line).find()
        ? Character.toLowerCase(line.charAt(0)) + line.substring(1)
        : line;
  }
}
