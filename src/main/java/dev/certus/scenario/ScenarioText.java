package dev.certus.scenario;

import dev.certus.decision.Decision;
import dev.certus.decision.DecisionFields;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordJson;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes scenarios in the form of scenario files. */
public final class ScenarioText {

  private static final JsonMapper JSON = new JsonMapper();

  /** Texts that need no quotes, even in a list or a mapping. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?!(?:true|false|null|yes|no|none|[-+.\\d]+)$)[\\w(][\\w .()/+:-]*(?<![ :])");

  private static final Pattern COLON = Pattern.compile(": | #");

  private ScenarioText() {}

  /**
   * A scenario, ready to be put into a file.
   *
   * @param expected the fields of each decision that must be given, by name
   * @param absent the fields of each decision that must not be given, by name
   */
  public static String of(
      String name,
      Instant asOf,
      CandidateRecord record,
      List<Map<String, Object>> expected,
      List<Map<String, Object>> absent) {
    StringBuilder text = new StringBuilder();
    text.append("- scenario: ").append(flow(name)).append('\n');
    text.append("  asOf: ").append(asOf).append('\n');
    text.append("  record:\n");
    fields(record)
        .forEach(
            (field, value) -> {
              if (value instanceof List<?> facts) {
                text.append("    ").append(field).append(":\n");
                facts.forEach(fact -> text.append("      - ").append(flow(fact)).append('\n'));
              } else {
                text.append("    ").append(field).append(": ").append(flow(value)).append('\n');
              }
            });
    list(text, "expect", expected);
    list(text, "absent", absent);
    return text.toString();
  }

  private static void list(StringBuilder text, String name, List<Map<String, Object>> decisions) {
    if (!decisions.isEmpty()) {
      text.append("  ").append(name).append(":\n");
      decisions.forEach(fields -> text.append("    - ").append(flow(fields)).append('\n'));
    }
  }

  /** Some fields of a decision by their names; those that it lacks are left out. */
  public static Map<String, Object> fields(Decision decision, Collection<String> names) {
    Map<String, Object> fields = new LinkedHashMap<>(DecisionFields.of(decision));
    fields.keySet().retainAll(names);
    fields.values().removeIf(value -> value == null);
    return fields;
  }

  private static Map<String, Object> fields(CandidateRecord record) {
    Map<String, Object> fields =
        JSON.readerForMapOf(Object.class).readValue(RecordJson.line(record));
    fields.remove("candidateId");
    return fields;
  }

  /** A value in one line. */
  static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Collection<?> items) {
      return items.stream().map(ScenarioText::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    String text = value.toString();
    boolean plain = PLAIN.matcher(text).matches() && !COLON.matcher(text).find();
    return plain ? text : "'" + text.replace("'", "''") + "'";
  }
}
