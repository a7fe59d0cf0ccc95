package dev.certus.check;

import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.policy.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What may not stand in a rule, though it would compile. */
final class StyleCheck {

  private record Taboo(String code, Pattern pattern, String message, String help) {}

  private static final Set<String> PHASES = Set.of("ruleflow-group", "agenda-group");

  /** Looked for outside comments and quotes; the first group is the place. */
  private static final List<Taboo> CODE =
      List.of(
          new Taboo(
              "number-in-rule",
              Pattern.compile("(?<![\\w$.])([2-9]|\\d{2,}|\\d+\\.\\d+)(?![\\w.])"),
              "a number stands in a rule",
              "give it a name, a unit and a source in terms.yaml"),
          new Taboo(
              "date-in-rule",
              Pattern.compile(
                  "\\b(LocalDate|Instant|OffsetDateTime|ZonedDateTime)\\s*\\.\\s*(?:of|parse)\\b"),
              "a date stands in a rule",
              "let a term or a row of the catalogue say from when it holds"),
          new Taboo(
              "clock-in-rule",
              Pattern.compile(
                  "(\\.\\s*now\\s*\\(|\\bcurrentTimeMillis\\b|\\bnanoTime\\b|\\bnew\\s+Date\\s*\\()"),
              "a rule reads the clock",
              "ask for `Candidate( $now : now )`: the instant that is decided for"),
          new Taboo(
              "forbidden-action",
              Pattern.compile("\\b(insertLogical|modify|update|retract|delete)\\s*[({]"),
              "a rule changes or takes back facts",
              "derive a new fact; an exception is a `not`"),
          new Taboo(
              "elapsed-for-calendar",
              Pattern.compile(
                  "\\b(Duration|plusHours|plusMinutes|plusSeconds|ChronoUnit|toHours|toMillis)\\b"),
              "a rule reckons in elapsed time by itself",
              "use terms.after or terms.before: the term's unit says whether days or hours count"));

  private static final Pattern DATE_TEXT =
      Pattern.compile("\"(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}-[A-Za-z]{3}-\\d{4})");

  private static final List<String> IMPORTS =
      List.of(
          "dev.certus.decision.",
          "dev.certus.fact.",
          "dev.certus.policy.",
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
    for (RuleSource rule : source.rules()) {
      String bare = Source.bareCode(rule);
      CODE.forEach(taboo -> look(rule, taboo, bare));
      rule.attributes().keySet().forEach(attribute -> look(rule, attribute));
      look(
          rule,
          new Taboo(
              "date-in-rule",
              DATE_TEXT,
              "a date stands in a rule",
              "let a term or a row of the catalogue say from when it holds"),
          Source.code(rule));
    }
    source.drl().imports().forEach(this::look);
    return problems;
  }

  private void look(RuleSource rule, Taboo taboo, String text) {
    taboo
        .pattern()
        .matcher(text)
        .results()
        .forEach(
            found ->
                problems.add(
                    source.problem(
                        taboo.code(),
                        rule,
                        found.start(1),
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
