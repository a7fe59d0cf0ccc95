package dev.certus.pack;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.PackException;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The columns that a pack adds to the rows of its catalogue: of certifications, of exams and of
 * activities.
 */
public final class Attributes {

  /** What the rows of the catalogue are. */
  public enum Of {
    CERTIFICATION,
    EXAM,
    ACTIVITY;

    /** As packs and messages write it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a column holds. */
  public enum Kind {
    TEXT,
    /** Several texts. */
    TEXTS,
    NUMBER,
    FLAG,
    DATE,
    /** A date by key, such as a language. */
    DATES;

    /** As packs write it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A column.
   *
   * @param required whether every row has it
   * @param description its meaning, or an empty text
   */
  public record Column(Of of, String name, Kind kind, boolean required, String description) {}

  private final Map<String, Column> columns = new LinkedHashMap<>(); // by OF.NAME

  /** Reads the declaration of the columns, which may be missing. */
  static Attributes read(Yaml yaml) {
    Attributes attributes = new Attributes();
    if (yaml != null) {
      Fields kinds = new Fields(yaml);
      for (Of of : Of.values()) {
        Yaml columns = kinds.optional(of.toString());
        if (columns != null) {
          columns.map().forEach((name, column) -> attributes.add(of, name, column));
        }
      }
      kinds.done();
    }
    return attributes;
  }

  private void add(Of of, String name, Yaml yaml) {
    Fields fields = new Fields(yaml);
    Kind kind = fields.oneOf("type", List.of(Kind.values()), Kind::toString);
    Column column =
        new Column(of, name, kind, fields.flag("required"), fields.text("description", ""));
    fields.done();
    columns.put(of + "." + name, column);
  }

  /** The columns of such rows, in the order in which they are declared. */
  public List<Column> columns(Of of) {
    return columns.values().stream().filter(column -> column.of() == of).toList();
  }

  /** Whether a column, written as {@code exam.product}, is there and holds a text. */
  boolean isText(String name) {
    return columns.containsKey(name) && columns.get(name).kind() == Kind.TEXT;
  }

  /** The columns that hold texts, written as {@code exam.product}. */
  Collection<String> texts() {
    return columns.keySet().stream().filter(this::isText).toList();
  }

  /**
   * The values that a row has in these columns.
   *
   * @param row the node of a field, or null where the row has none
   * @param at where the row is
   * @throws PackException where one is missing or of another kind
   */
  Map<String, Object> values(Of of, Function<String, Yaml> row, Yaml at) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : columns(of)) {
      Yaml value = row.apply(column.name());
      if (value != null) {
        values.put(column.name(), value(column, value));
      } else if (column.required()) {
        throw at.problem(
            "`%s` is missing here".formatted(column.name()),
            "add `%s: …`, which the catalogue requires of each %s".formatted(column.name(), of));
      }
    }
    return Collections.unmodifiableMap(values);
  }

  private static Object value(Column column, Yaml value) {
    return switch (column.kind()) {
      case TEXT -> value.text();
      case TEXTS -> value.list().stream().map(Yaml::text).toList();
      case NUMBER -> number(value);
      case FLAG -> Fields.flag(column.name(), value);
      case DATE -> Fields.date(column.name(), value);
      case DATES -> dates(value);
    };
  }

  private static Map<String, LocalDate> dates(Yaml value) {
    Map<String, LocalDate> dates = new LinkedHashMap<>();
    value.map().forEach((key, date) -> dates.put(key, Fields.date(key, date)));
    return Collections.unmodifiableMap(dates);
  }

  private static Integer number(Yaml value) {
    try {
      return Fields.number(value).intValueExact();
    } catch (ArithmeticException e) {
      throw value.problem("`%s` is no whole number".formatted(value.text()), "write one");
    }
  }

  /**
   * The value of a column in a row; null where the row has none.
   *
   * @throws IllegalArgumentException where there is no such column
   */
  Object of(Of of, String name, Kind kind, Map<String, Object> row) {
    Column column = columns.get(of + "." + name);
    if (column == null || column.kind() != kind) {
      throw new IllegalArgumentException(
          "the catalogue declares no %s `%s` of %ss; %s"
              .formatted(
                  kind,
                  name,
                  of,
                  DidYouMean.oneOf(
                      name, new TreeSet<>(columns(of).stream().map(Column::name).toList()))));
    }
    return row.get(name);
  }
}
