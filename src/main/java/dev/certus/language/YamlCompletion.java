package dev.certus.language;

import dev.certus.language.Symbol.Kind;
import dev.certus.pack.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be written at a place of a YAML file: the names that the field before it takes. */
final class YamlCompletion {

  private static final Pattern FIELD =
      Pattern.compile("(?:^|[\\s{,-])([\\w-]+):\\s*(?:\\[[^\\]]*)?[\\w.-]*$");

  private final Suggestions suggestions;

  YamlCompletion(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  List<Completion> at(String file, String text, int offset) {
    int line = text.lastIndexOf('\n', offset - 1) + 1;
    Matcher field = FIELD.matcher(text.substring(line, offset));
    if (!field.find()) {
      return List.of();
    }
    return switch (field.group(1)) {
      case "clause" -> suggestions.of(Kind.CLAUSE);
      case "readings" -> suggestions.of(Kind.READING);
      case "rule" -> suggestions.of(Kind.RULE);
      case "exam" -> suggestions.of(Kind.EXAM);
      case "certification", "renewed-by" -> suggestions.of(Kind.CERTIFICATION);
      case "code" -> file.equals("exams.yaml") ? List.of() : suggestions.of(Kind.DECISION);
      case "unit" ->
          Arrays.stream(Unit.values())
              .map(unit -> new Completion(unit.toString(), "unit", ""))
              .toList();
      default -> List.of();
    };
  }
}
