package dev.certus.table;

/** Names in SQL. */
public final class SqlName {

  private SqlName() {}

  /** A name as SQL quotes it, so that it can be nothing but a name. */
  public static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
