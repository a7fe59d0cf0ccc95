package dev.certus.postgres;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/**
 * How to connect to a PostgreSQL database, from a URL such as {@code
 * postgresql://user@host:5432/database}. The password may stand in the URL, in the environment
 * variable {@code PGPASSWORD} or in {@code ~/.pgpass}; no message and no name shows it.
 */
public final class PostgresConnection {

  private static final Pattern URL =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^/?#]*)@)?(?<hosts>[^/?#@]*)"
              + "(?:/(?<database>[^?#@]*))?(?:\\?(?<options>[^#]*))?");

  private static final String EXAMPLE = "postgresql://user@host:5432/database";

  private final String name;
  private final String url;
  private final Properties properties;

  private PostgresConnection(String name, String url, Properties properties) {
    this.name = name;
    this.url = url;
    this.properties = properties;
  }

  /** Whether a text is meant as the URL of a PostgreSQL database. */
  public static boolean isUrl(String text) {
    return text.matches("(?s)(jdbc:)?postgres(ql)?:.*");
  }

  /**
   * Takes a URL apart; nothing is connected yet.
   *
   * @throws IOException where it is no such URL, with a message for its user
   */
  public static PostgresConnection of(String text) throws IOException {
    Matcher parts = URL.matcher(text);
    if (!parts.matches()) {
      throw new IOException(
          "the URL of the PostgreSQL database cannot be read%n  help: write it like %s; %%40 stands for @ and %%2F for / in a password"
              .formatted(EXAMPLE));
    }
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "certus");
    properties.setProperty("tcpKeepAlive", "true");
    String password = System.getenv("PGPASSWORD");
    if (password != null) {
      properties.setProperty("password", password);
    }
    String[] user = (parts.group("user") == null ? "" : parts.group("user")).split(":", 2);
    put(properties, "user", user[0]);
    put(properties, "password", user.length > 1 ? user[1] : "");
    String shown = options(parts.group("options"), properties);
    String where =
        parts.group("hosts")
            + "/"
            + (parts.group("database") == null ? "" : parts.group("database"))
            + shown;
    String named = properties.containsKey("user") && !user[0].isEmpty() ? user[0] + "@" : "";
    return new PostgresConnection(
        "postgresql://" + named + where, "jdbc:postgresql://" + where, properties);
  }

  /** The options of a URL as they may be shown; those with secrets become properties. */
  private static String options(String options, Properties properties) {
    List<String> shown = new ArrayList<>();
    for (String option : options == null ? new String[0] : options.split("&")) {
      String[] pair = option.split("=", 2);
      if (pair[0].toLowerCase(Locale.ROOT).contains("password")) {
        put(properties, pair[0], pair.length > 1 ? pair[1] : "");
      } else if (!option.isEmpty()) {
        shown.add(option);
      }
    }
    return shown.isEmpty() ? "" : "?" + String.join("&", shown);
  }

  private static void put(Properties properties, String key, String encoded) {
    if (!encoded.isEmpty()) {
      properties.setProperty(key, decoded(encoded));
    }
  }

  private static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded; // a percent sign that stands for itself
    }
  }

  /** The URL without secrets. */
  public String name() {
    return name;
  }

  /**
   * Connects; the session's time zone is UTC, and nothing is committed of itself.
   *
   * @throws IOException where that cannot be done, with a message for its user
   */
  public Connection open() throws IOException {
    try {
      Connection connection = new Driver().connect(url, properties);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TIME ZONE 'UTC'");
        connection.setAutoCommit(false);
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** What went wrong, and what to do next, in words for the user. */
  public IOException failure(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String help;
    if (state.startsWith("28") || state.equals("08004")) {
      help =
          "is the user right? Give the password in ~/.pgpass, or in the environment variable"
              + " PGPASSWORD";
    } else if (state.equals("08001")) {
      help = "does the server run, and are host and port right? The URL is like " + EXAMPLE;
    } else if (state.startsWith("3D")) {
      help = "name a database that is there, like " + EXAMPLE;
    } else if (state.startsWith("08") || state.startsWith("57P")) {
      help = "the connection was cut; run it again; a run with checkpoints resumes from there";
    } else if (state.equals("42501")) {
      help = "let the owner of the table GRANT the user what is missing";
    } else if (state.startsWith("53")) {
      help = "the server has run out of connections, memory or disk; run it again later";
    } else {
      help = "see the server's log for more; SQL state " + state;
    }
    return new IOException("%s: %s%n  help: %s".formatted(name, words(e), help), e);
  }

  /** The server's or driver's own words, on one line. */
  private static String words(SQLException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst("^(FATAL|ERROR): ", "")
        .replaceAll("\\s+", " ");
  }
}
