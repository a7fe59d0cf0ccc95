package dev.certus.check;

import dev.certus.drl.Code;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What may not stand in DRL, though it would compile. */
final class StyleCheck {

  private record Taboo(String code, Pattern pattern, String message, String help) {

    Taboo(String code, String pattern, String message, String help) {
      this(code, Pattern.compile(pattern), message, help);
    }
  }

  private static final Set<String> PHASES = Set.of("ruleflow-group", "agenda-group");

  private static final String NUMBER = "a number stands in a rule";
  private static final String NAME_IT = "give it a name, a unit and a source in terms.yaml";
  private static final String DATE = "a date stands in a rule";
  private static final String SAY_FROM_WHEN =
      "let a term or a row of the catalogue say from when it holds";
  private static final String CLOCK = "a rule reads the clock";
  private static final String ASK_FOR_NOW =
      "ask for `Candidate( $now : now )`: the instant that is decided for";

  /** Looked for outside comments and quotes; the first group is the place. */
  private static final List<Taboo> CODE =
      List.of(
          new Taboo(
              "number-in-rule",
              "(?<![\\w$.])((?:0[xX][\\da-fA-F]+|[1-9]|\\d{2,}|\\d+\\.\\d+)[lLfFdDbB]?)(?![\\w.])",
              NUMBER,
              NAME_IT),
          new Taboo(
              "date-in-rule",
              "\\b(LocalDate|Instant|OffsetDateTime|ZonedDateTime)\\s*\\.\\s*(?:of|parse)\\b",
              DATE,
              SAY_FROM_WHEN),
          new Taboo(
              "clock-in-rule",
              "(\\b[A-Z]\\w*\\s*\\.\\s*now\\s*\\(|\\b(?:InstantSource|Clock|dateNow|currentTimeMillis"
                  + "|nanoTime)\\b|\\bnew\\s+Date\\s*\\()",
              CLOCK,
              ASK_FOR_NOW),
          new Taboo("clock-in-rule", "\\bover\\s+(window)\\b", CLOCK, ASK_FOR_NOW),
          new Taboo(
              "forbidden-action",
              "\\b(insertLogical|modify|update|retract|delete)\\s*[({]",
              "a rule changes or takes back facts",
              "derive a new fact; an exception is a `not`"),
          new Taboo(
              "forbidden-action",
              Source.OTHER_INSERT.pattern(),
              "a rule inserts what is not made there, so that nothing tells what it derives",
              "write `insert( new … )`"),
          new Taboo(
              "elapsed-for-calendar",
              "\\b(Duration|plusHours|plusMinutes|plusSeconds|ChronoUnit|toHours|toMillis"
                  + "|(?:after|before|coincides|during|includes|meets|overlaps)(?=\\s*\\[))\\b",
              "a rule reckons in elapsed time by itself",
              "use terms.after or terms.before: the term's unit says whether days or hours count"));

  /** Looked for in quotes, too. */
  private static final List<Taboo> QUOTED =
      List.of(
          new Taboo(
              "date-in-rule",
              "\"(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}-[A-Za-z]{3}-\\d{4})",
              DATE,
              SAY_FROM_WHEN),
          new Taboo("number-in-rule", "\"(-?\\d+(?:\\.\\d+)?)\"", NUMBER, NAME_IT));

  private static final List<String> IMPORTS =
      List.of(
          "dev.certus.decision.",
          "dev.certus.fact.",
          "dev.certus.pack.",
          "dev.certus.record.",
          "dev.certus.time.",
          "java.math.",
          "java.time.");

  private static final Set<String> IMPORTED =
      Set.of("java.util.List", "java.util.Map", "java.util.Set", "java.util.Collection");

  private final Source source;
  private final List<Problem> problems = new ArrayList<>();

  StyleCheck(Source source) {
    this.source = source;
  }

  List<Problem> problems() {
    source
        .soundDrl()
        .forEach(
            (file, text) -> {
              String code = Code.withoutComments(text);
              QUOTED.forEach(taboo -> look(file, taboo, code));
              CODE.forEach(taboo -> look(file, taboo, Source.withoutTexts(code)));
            });
    for (RuleSource rule : source.rules()) {
      rule.attributes().keySet().forEach(attribute -> look(rule, attribute));
    }
    source.drl().imports().forEach(this::look);
    return problems;
  }

  private void look(String file, Taboo taboo, String text) {
    taboo
        .pattern()
        .matcher(text)
        .results()
        .forEach(
            found ->
                problems.add(
                    new Problem(
                        taboo.code(),
                        source.files().at(file, found.start(1)),
                        "%s: `%s`".formatted(taboo.message(), found.group(1).strip()),
                        taboo.help())));
  }

  private void look(RuleSource rule, String attribute) {
    if (!PHASES.contains(attribute)) {
      problems.add(
          source.problem(
              "forbidden-attribute",
              rule.find(Pattern.compile("\\b" + attribute + "\\b")),
              "a rule has the attribute `%s`, which hides when it fires".formatted(attribute),
              "let a rule of a later phase ask for what this one derives"));
    }
  }

  private void look(Span imported) {
    String name = imported.text();
    if (!IMPORTED.contains(name) && IMPORTS.stream().noneMatch(name::startsWith)) {
      problems.add(
          source.problem(
              "forbidden-import",
              imported,
              "a pack may not import `%s`".formatted(name),
              "rules work with facts, terms and time alone"));
    }
  }
}
