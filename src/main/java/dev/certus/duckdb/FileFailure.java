package dev.certus.duckdb;

import dev.certus.problem.Count;
import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in few words what DuckDB says in many about a file that it cannot read. */
final class FileFailure {

  private static final Pattern ROW = Pattern.compile("CSV Error on Line: (\\d+)");
  private static final Pattern TEXT = Pattern.compile("Original Line: (.*)");
  private static final Pattern FILE = Pattern.compile("(?m)^  file = (.*)$");
  private static final Pattern COLUMNS =
      Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");
  private static final Pattern INNER =
      Pattern.compile("\"exception_message\":\"((?:[^\"\\\\]++|\\\\.)*+)\"");
  private static final int SHOWN = 80;

  private FileFailure() {}

  /**
   * A message for the user.
   *
   * @param place the file or folder that was read
   */
  static IOException of(String place, SQLException e) {
    String message = String.valueOf(e.getMessage());
    Matcher row = ROW.matcher(message);
    return new IOException(
        row.find() ? row(place, message, row.group(1)) : "%s: %s".formatted(place, file(message)),
        e);
  }

  /** What DuckDB says, without its kind of error and what only its developers need. */
  static String words(SQLException e) {
    return words(String.valueOf(e.getMessage()));
  }

  private static String words(String message) {
    Matcher inner = INNER.matcher(message);
    String words = inner.find() ? inner.group(1).replace("\\\"", "`") : message;
    return words.replaceFirst("^[A-Z][A-Za-z ]* Error: ", "").lines().findFirst().orElse("");
  }

  private static String row(String place, String message, String row) {
    Matcher columns = COLUMNS.matcher(message);
    String what;
    String help;
    if (columns.find()) {
      what =
          "has %s, where the header has %s"
              .formatted(Count.of(Long.parseLong(columns.group(2)), "cell"), columns.group(1));
      help = "put a cell with a comma, a quote or a line feed in double quotes";
    } else if (message.contains("unterminated quote")) {
      what = "has a quote that is not closed, or text behind one that is";
      help = "a double quote within a quoted cell is written twice";
    } else if (message.contains("Invalid unicode")) {
      what = "has bytes that are not UTF-8";
      help = "save the file as UTF-8";
    } else if (message.contains("Maximum line size")) {
      what = "is longer than 2,000,000 bytes";
      help = "is there a quote that is not closed?";
    } else {
      what = "is no CSV";
      help = "write it as RFC 4180 has it";
    }
    return "%s, row %s (the header is row 1): it %s%s%n  help: %s"
        .formatted(first(FILE, message, place), row, what, shown(message), help);
  }

  private static String shown(String message) {
    String text = first(TEXT, message, "").strip();
    return text.isEmpty()
        ? ""
        : ": " + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
  }

  private static String first(Pattern pattern, String message, String otherwise) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? matcher.group(1) : otherwise;
  }

  private static String file(String message) {
    if (message.contains("state machine reached an invalid state")) {
      return "it is no CSV%n  help: are its line ends mixed? End every row alike".formatted();
    }
    if (message.contains("No magic bytes") || message.contains("too small to be a Parquet")) {
      return "it is no Parquet file, or was cut off%n  help: write it again".formatted();
    }
    String words = words(message);
    return message.startsWith("Out of Memory")
        ? (words
                + "%n  help: give it room for temporary files: java -Djava.io.tmpdir=FOLDER -jar …")
            .formatted()
        : (words + "%n  help: is the file whole, and can it be read?").formatted();
  }
}
