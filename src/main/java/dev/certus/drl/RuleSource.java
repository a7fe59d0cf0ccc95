package dev.certus.drl;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A rule as it is written.
 *
 * @param name the rule's name
 * @param nameAt its name, with the quotes
 * @param attributes the attributes by name, such as {@code agenda-group}
 * @param annotations the annotations' texts by name
 * @param patterns its patterns, those inside others included
 * @param whole all of it, from {@code rule} to {@code end}
 * @param consequence what stands between {@code then} and {@code end}
 */
public record RuleSource(
    String name,
    Span nameAt,
    Map<String, String> attributes,
    Map<String, String> annotations,
    List<PatternSource> patterns,
    Span whole,
    Span consequence) {

  /**
   * The phase that it runs in: what {@code @phase} names, or else {@code ruleflow-group} or {@code
   * agenda-group}; an empty text where it has none of them.
   */
  public String phase() {
    String group =
        attributes.getOrDefault("ruleflow-group", attributes.getOrDefault("agenda-group", ""));
    return annotations.getOrDefault("phase", group);
  }

  /** The facts that it inserts. */
  public List<InsertSource> inserts() {
    return InsertSource.of(consequence);
  }

  /** The decisions that it gives. */
  public List<GiveSource> gives() {
    return GiveSource.of(consequence);
  }

  /** The ids that an annotation lists, by commas; none where the rule does not have it. */
  public List<String> listed(String annotation) {
    String list = annotations.get(annotation);
    return list == null
        ? List.of()
        : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
  }

  /** What the first group of a pattern finds, wherever the pattern matches. */
  public List<Span> named(Pattern pattern) {
    return whole.named(pattern);
  }

  /** Where a text first stands in the rule, else its name. */
  public Span find(Pattern text) {
    return text.matcher(whole.text())
        .results()
        .findFirst()
        .map(found -> whole.part(found.start(), found.end()))
        .orElse(nameAt);
  }
}
