package dev.certus.explain;

import dev.certus.drl.Code;
import dev.certus.drl.ConditionSource;
import dev.certus.drl.PatternSource;
import dev.certus.drl.PatternSource.Quantity;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One of the things that a rule asks for, as they follow one another.
 *
 * @param code its DRL
 * @param pattern its pattern, or null where it joins several
 */
record Element(String code, PatternSource pattern) {

  private static final Pattern LEAD =
      Pattern.compile("(?:\\b(?:not|exists|forall|accumulate)\\b\\s*\\(?\\s*)+$");
  private static final Pattern INFIX = Pattern.compile("(?:\\b(?:or|and)|\\|\\||&&)\\s*$");

  /** What a rule asks for. */
  static List<Element> of(RuleSource rule) {
    List<PatternSource> patterns = rule.patterns();
    int end =
        rule.whole()
            .text()
            .lastIndexOf("then", rule.consequence().span().start() - rule.whole().start());
    List<Element> elements = new ArrayList<>();
    int first = 0;
    while (first < patterns.size()) {
      int last = first;
      String code = code(rule, first, last, end);
      while (!isWhole(code) && last + 1 < patterns.size()) {
        code = code(rule, first, ++last, end);
      }
      elements.add(new Element(code, first == last ? patterns.get(first) : null));
      first = last + 1;
    }
    return elements;
  }

  private static String code(RuleSource rule, int first, int last, int end) {
    int to = last + 1 < rule.patterns().size() ? start(rule, last + 1) : end;
    return rule.whole().text().substring(start(rule, first), to).strip();
  }

  private static int start(RuleSource rule, int place) {
    Span pattern = rule.patterns().get(place).whole();
    String before = rule.whole().text().substring(0, pattern.start() - rule.whole().start());
    Matcher lead = LEAD.matcher(before);
    return lead.find() ? lead.start() : before.length();
  }

  private static boolean isWhole(String code) {
    return code.chars().filter(c -> c == '(').count() == code.chars().filter(c -> c == ')').count()
        && !INFIX.matcher(code).find();
  }

  /** Whether its conditions can be tried one after another. */
  boolean isPattern() {
    return pattern != null && pattern.quantity() != Quantity.ALL;
  }

  /** Whether it asks that there be no such fact. */
  boolean isAbsence() {
    return isPattern() && pattern.quantity() == Quantity.NONE;
  }

  /** Its pattern without the variables. */
  String asked() {
    return pattern.conditions().stream()
        .filter(condition -> !condition.bindsOnly())
        .map(ConditionSource::expression)
        .collect(Collectors.joining(", ", pattern.type() + "( ", " )"))
        .replace("(  )", "( )");
  }

  /** That there is a fact of the pattern which meets the first of its conditions. */
  String meeting(int conditions) {
    String whole = pattern.whole().text();
    int open = whole.indexOf('(');
    String tail = whole.substring(Code.closing(whole, open + 1) + 1).replace(";", "");
    return pattern.conditions().subList(0, conditions).stream()
        .map(ConditionSource::span)
        .map(Span::text)
        .collect(Collectors.joining(", ", whole.substring(0, open) + "( ", " )" + tail));
  }
}
