package dev.certus.cli;

import dev.certus.record.RecordShape;
import dev.certus.record.RecordTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the names of options into messages of rooms that do not know the command line. */
final class OptionNames {

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("\\bwithout checkpoints\\b", "without --checkpoint");
    NAMES.put("\\bwith checkpoints\\b", "with --checkpoint");
    NAMES.put("\\blimit of facts\\b", "limit of facts (--max-facts)");
    NAMES.put("\\blimit of seconds\\b", "limit of seconds (--max-seconds)");
    NAMES.put("\\bname another table\\b", "name another table with --output-table");
    NAMES.put("(?<= file of )rejected records\\b", "rejected records (--rejected)");
    NAMES.put(
        RecordTable.of(RecordShape.standard()).stream()
            .map(RecordTable::name)
            .collect(Collectors.joining("|", "(?<![\\w`./-])(", ")=(?=\\S)")),
        "--table $1=");
  }

  private OptionNames() {}

  /** The message as the user of the command line reads it. */
  static String in(String message) {
    String named = message;
    for (Map.Entry<String, String> name : NAMES.entrySet()) {
      named = named.replaceAll(name.getKey(), name.getValue());
    }
    return named;
  }
}
