package dev.certus.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One object of a record, whose fields are taken out by name. What is wrong is noted with its
 * place, and null taken for it, so that one reading finds all problems. A null field counts as
 * missing.
 */
final class Cursor {

  private static final int SHOWN = 60;

  private final JsonNode object;
  private final String pointer;
  private final String path;
  private final List<RecordProblem> problems;
  private final Consumer<String> unknown;
  private final Set<String> asked = new HashSet<>();

  Cursor(
      JsonNode object,
      String pointer,
      String path,
      List<RecordProblem> problems,
      Consumer<String> unknown) {
    this.object = object;
    this.pointer = pointer;
    this.path = path;
    this.problems = problems;
    this.unknown = unknown;
  }

  /** The value of a field that must be there. */
  <T> T required(String field, Kind<T> kind) {
    if (isMissing(field)) {
      asked.add(field);
      problems.add(new RecordProblem(pointer + "/" + field, "nothing", kind.expected()));
      return null;
    }
    return optional(field, kind);
  }

  /** The value of a field, or null where it is missing. */
  <T> T optional(String field, Kind<T> kind) {
    asked.add(field);
    if (isMissing(field)) {
      return null;
    }
    T value = kind.read().apply(object.get(field));
    if (value == null) {
      wrong(field, kind.expected());
    }
    return value;
  }

  /** The value of a field, or another where it is missing. */
  <T> T optional(String field, Kind<T> kind, T otherwise) {
    T value = optional(field, kind);
    return value == null ? otherwise : value;
  }

  /** The object in a field, or null. */
  <T> T object(String field, Function<Cursor, T> read) {
    asked.add(field);
    if (isMissing(field)) {
      return null;
    }
    JsonNode value = object.get(field);
    if (!value.isObject()) {
      wrong(field, "an object");
      return null;
    }
    return within(value, pointer + "/" + field, field, read);
  }

  /** The items of a list, each an object with an id of its own; none where the field is missing. */
  <T> List<T> list(String field, Function<Cursor, T> read) {
    asked.add(field);
    List<T> items = new ArrayList<>();
    if (isMissing(field)) {
      return items;
    }
    JsonNode list = object.get(field);
    if (!list.isArray()) {
      wrong(field, "a list");
      return items;
    }
    Set<JsonNode> ids = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      String place = pointer + "/" + field + "/" + i;
      if (!item.isObject()) {
        problems.add(new RecordProblem(place, shown(item), "an object"));
        continue;
      }
      items.add(within(item, place, field, read));
      JsonNode id = item.get("id");
      if (id != null && !id.isNull() && !ids.add(id)) {
        problems.add(
            new RecordProblem(place + "/id", shown(id), "an id that occurs once in a list"));
      }
    }
    return items;
  }

  private <T> T within(JsonNode value, String place, String field, Function<Cursor, T> read) {
    Cursor cursor = new Cursor(value, place, path + field + ".", problems, unknown);
    T result = read.apply(cursor);
    cursor.done();
    return result;
  }

  /** Notes a problem where both fields are missing. */
  void requireOneOf(String one, String other) {
    if (isMissing(one) && isMissing(other)) {
      problems.add(
          new RecordProblem(
              pointer,
              "neither `%s` nor `%s`".formatted(one, other),
              "at least one of `%s` and `%s`".formatted(one, other)));
    }
  }

  private boolean isMissing(String field) {
    JsonNode value = object.get(field);
    return value == null || value.isNull();
  }

  private void wrong(String field, String expected) {
    problems.add(new RecordProblem(pointer + "/" + field, shown(object.get(field)), expected));
  }

  /** A value in short. */
  static String shown(JsonNode value) {
    String json = value.toString();
    return json.length() <= SHOWN ? json : json.substring(0, SHOWN) + "…";
  }

  /** Tells of the fields that nobody asked for. */
  void done() {
    for (String field : object.propertyNames()) {
      if (!asked.contains(field)) {
        unknown.accept(path + field);
      }
    }
  }
}
