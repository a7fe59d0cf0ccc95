package dev.certus.mutation;

import dev.certus.drl.Code;
import dev.certus.drl.ConditionSource;
import dev.certus.drl.PatternSource;
import dev.certus.drl.PatternSource.Quantity;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mutants of a rule. */
final class RuleMutants {

  private static final Pattern COMPARISON =
      Pattern.compile("(\\S+)\\s+(<=|>=|==|!=|<|>)\\s+([^\\s,)]+)");
  private static final Map<String, String> OTHER =
      Map.of("<", "<=", "<=", "<", ">", ">=", ">=", ">", "==", "!=", "!=", "==");

  /** A moment written in another zone, which decides on which day it falls. */
  private static final Pattern ZONE = Pattern.compile("\\.in\\( (?:[^()]|\\(\\))*\\)");

  /** Alternatives in parentheses. */
  private static final Pattern GROUP =
      Pattern.compile("(?<![\\w$])\\(((?:[^()]|\\([^()]*\\))*)\\)");

  private final Mutator mutator;
  private String rule;

  RuleMutants(Mutator mutator) {
    this.mutator = mutator;
  }

  void add(RuleSource rule) {
    this.rule = rule.name();
    replace(rule.whole(), 0, rule.whole().text().length(), "", "rule removed: " + rule.name());
    for (PatternSource pattern : rule.patterns()) {
      if (pattern.quantity() == Quantity.NONE || pattern.quantity() == Quantity.SOME) {
        drop(rule, pattern);
      }
      List<ConditionSource> conditions = pattern.conditions();
      for (int i = 0; i < conditions.size(); i++) {
        add(conditions, i);
      }
    }
    comparisons(rule.consequence());
    zones(rule.whole());
  }

  /** Drops a {@code not} or {@code exists} with its pattern. */
  private void drop(RuleSource rule, PatternSource pattern) {
    String word = pattern.quantity() == Quantity.NONE ? "not" : "exists";
    int within = pattern.whole().start() - rule.whole().start();
    int start = rule.whole().text().lastIndexOf(word, within);
    int end = within + pattern.whole().text().length();
    replace(
        rule.whole(),
        start,
        end,
        "",
        "dropped: %s %s".formatted(word, flat(pattern.whole().text())));
  }

  private void add(List<ConditionSource> conditions, int place) {
    ConditionSource condition = conditions.get(place);
    if (condition.bindsOnly()) {
      return;
    }
    dropCondition(conditions, place);
    alternatives(condition);
    comparisons(condition.span());
  }

  private void dropCondition(List<ConditionSource> conditions, int place) {
    ConditionSource condition = conditions.get(place);
    Span span = condition.span();
    String change = "condition dropped: " + flat(span.text());
    if (condition.binding() != null) {
      Matcher field = Pattern.compile("^[\\w.]+").matcher(condition.expression());
      if (field.find()) {
        String kept = condition.binding() + " : " + field.group();
        mutator.replace(span.file(), rule, span.start(), span.end(), kept, change);
      }
      return;
    }
    boolean last = place == conditions.size() - 1;
    int start = last && place > 0 ? conditions.get(place - 1).span().end() : span.start();
    int end = last ? span.end() : conditions.get(place + 1).span().start();
    mutator.replace(span.file(), rule, start, end, "", change);
  }

  /** Drops each side of every || and &&. */
  private void alternatives(ConditionSource condition) {
    Span span = condition.span();
    alternatives(
        span, span.text().length() - condition.expression().length(), span.text().length());
    GROUP
        .matcher(span.text())
        .results()
        .forEach(group -> alternatives(span, group.start(1), group.end(1)));
  }

  private void alternatives(Span span, int from, int to) {
    String expression = span.text().substring(from, to);
    for (String operator : List.of("||", "&&")) {
      List<Code.Piece> parts = Code.pieces(expression, operator);
      for (int i = 0; parts.size() > 1 && i < parts.size(); i++) {
        int start = i == 0 ? parts.get(0).start() : parts.get(i - 1).end();
        int end = i == 0 ? parts.get(1).start() : parts.get(i).end();
        String part = expression.substring(parts.get(i).start(), parts.get(i).end());
        replace(span, from + start, from + end, "", "alternative dropped: " + flat(part));
      }
    }
  }

  private void comparisons(Span span) {
    Matcher comparison = COMPARISON.matcher(span.text());
    while (comparison.find()) {
      String other = OTHER.get(comparison.group(2));
      String change =
          "%s %s %s instead of %s"
              .formatted(comparison.group(1), other, comparison.group(3), comparison.group(2));
      replace(span, comparison.start(2), comparison.end(2), other, change);
    }
  }

  private void zones(Span span) {
    Matcher zone = ZONE.matcher(span.text());
    while (zone.find()) {
      replace(span, zone.start(), zone.end(), "", "zone dropped: " + zone.group());
    }
  }

  private void replace(Span span, int start, int end, String by, String change) {
    mutator.replace(span.file(), rule, span.start() + start, span.start() + end, by, change);
  }

  private static String flat(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }
}
