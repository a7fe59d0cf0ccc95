package dev.certus.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of Markdown. */
final class Markdown {

  private Markdown() {}

  /** A table; none where it would have no rows. */
  static String table(List<String> head, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    String rule = head.stream().map(column -> "---").collect(Collectors.joining(" | ", "| ", " |"));
    return row(head)
        + rule
        + "\n"
        + rows.stream().map(Markdown::row).collect(Collectors.joining())
        + "\n";
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Something as it is written in files. */
  static String code(Object text) {
    return "`" + text + "`";
  }

  /** A link to a heading of this text in the same document. */
  static String link(String heading) {
    return "[%s](#%s)".formatted(heading, heading.toLowerCase(Locale.ROOT));
  }

  /** From when until when something holds, between two texts; empty where it always does. */
  static String dates(String before, LocalDate from, LocalDate until, String after) {
    if (from == null && until == null) {
      return "";
    }
    String begins = from == null ? "" : "from " + from;
    String ends = until == null ? "" : "until " + until;
    return before + (begins + " " + ends).strip() + after;
  }
}
