package dev.certus.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an expectation, an item of a list in a file.
 *
 * @param expectation the expectation
 * @param lines its lines, the first with the item's dash, without the list's indentation
 */
record ItemText(Expectation expectation, List<String> lines) {

  private static final Pattern FIELD = Pattern.compile("(?:- |  )(\\w+):.*");

  /** The text of an expectation in a file. */
  static ItemText of(List<String> file, Expectation expectation) {
    int indent = Math.max(0, expectation.at().column() - 3);
    int at = expectation.at().line() - 1;
    List<String> lines = new ArrayList<>();
    if (file.get(at).startsWith("- ", indent)) {
      String within = " ".repeat(indent + 1);
      do {
        lines.add(file.get(at++).substring(indent));
      } while (at < file.size() && file.get(at).startsWith(within));
    }
    return new ItemText(expectation, lines);
  }

  /** The item's lines with other values for its fields; lines of equal values stay as they are. */
  List<String> as(Map<String, Object> fields) {
    if (!lines.isEmpty() && fields.equals(expectation.fields())) {
      return lines;
    }
    Map<String, List<String>> written = written();
    if (written.isEmpty()) {
      return List.of("- " + flow(fields));
    }
    List<String> block = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          boolean same = Objects.equals(value, expectation.fields().get(name));
          block.addAll(
              same
                  ? written.get(name)
                  : List.of("  " + name + ": " + ScenarioText.flow(said(value))));
        });
    block.set(0, "- " + block.get(0).substring(2));
    return block;
  }

  /** The lines of each field, where each field begins a line. */
  private Map<String, List<String>> written() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    List<String> last = new ArrayList<>();
    for (String line : lines) {
      Matcher field = FIELD.matcher(line);
      if (field.matches()) {
        last = fields.computeIfAbsent(field.group(1), name -> new ArrayList<>());
      }
      last.add(line);
    }
    return fields;
  }

  /** Fields of a decision in one line. */
  static String flow(Map<String, Object> fields) {
    Map<String, Object> said = new LinkedHashMap<>(fields);
    said.replaceAll((name, value) -> said(value));
    return ScenarioText.flow(said);
  }

  private static Object said(Object value) {
    return value == null ? ScenarioReader.NONE : value;
  }
}
