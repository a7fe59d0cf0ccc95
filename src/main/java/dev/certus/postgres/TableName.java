package dev.certus.postgres;

import dev.certus.table.SqlName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a table or view as SQL writes it, such as {@code exams.results} or {@code "Results"}.
 */
final class TableName {

  private static final Pattern PART = Pattern.compile("\"((?:[^\"]++|\"\")++)\"|([^\".\\s]+)");

  private TableName() {}

  /**
   * The name with all parts quoted, so that it can be nothing but a name. As in SQL, what was not
   * quoted is in lower case.
   *
   * @throws IOException where it is no name, with a message for its user
   */
  static String quoted(String name) throws IOException {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(name);
    int at = 0;
    while (at <= name.length() && part.region(at, name.length()).lookingAt()) {
      parts.add(
          SqlName.quoted(
              part.group(1) == null
                  ? part.group(2).toLowerCase(Locale.ROOT)
                  : part.group(1).replace("\"\"", "\"")));
      at = part.end() + 1;
      if (part.end() < name.length() && name.charAt(part.end()) != '.') {
        break;
      }
    }
    if (at != name.length() + 1) {
      throw new IOException(
          "`%s` is no name of a table%n  help: write it as SQL does: results, exams.results or exams.\"Results\""
              .formatted(name));
    }
    return String.join(".", parts);
  }
}
