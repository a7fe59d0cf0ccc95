package dev.certus.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One object of a record, whose fields are taken out by name. A wrong value is noted with its place
 * and read as null, so that one reading finds all problems. A null field counts as missing.
 */
final class Cursor {

  private static final int SHOWN = 60;

  private final JsonNode object;
  private final String pointer;
  private final String path;
  private final List<RecordProblem> problems;
  private final Consumer<UnknownField> unknown;
  private final List<String> asked = new ArrayList<>(); // each field once
  private int found; // how many of them the object has

  Cursor(
      JsonNode object,
      String pointer,
      String path,
      List<RecordProblem> problems,
      Consumer<UnknownField> unknown) {
    this.object = object;
    this.pointer = pointer;
    this.path = path;
    this.problems = problems;
    this.unknown = unknown;
  }

  /** The value of a field that must be there. */
  <T> T required(String field, FieldType<T> type) {
    JsonNode value = ask(field);
    if (value == null) {
      problems.add(new RecordProblem(pointer + "/" + field, "nothing", type.expected()));
      return null;
    }
    return read(field, value, type);
  }

  /** The value of a field, or null where it is missing. */
  <T> T optional(String field, FieldType<T> type) {
    JsonNode value = ask(field);
    return value == null ? null : read(field, value, type);
  }

  private <T> T read(String field, JsonNode value, FieldType<T> type) {
    T result = type.read().apply(value);
    if (result == null) {
      wrong(field, value, type.expected());
    }
    return result;
  }

  /** The value of a field, or another where it is missing. */
  <T> T optional(String field, FieldType<T> type, T otherwise) {
    T value = optional(field, type);
    return value == null ? otherwise : value;
  }

  /** The object in a field, or null. */
  <T> T object(String field, Function<Cursor, T> read) {
    JsonNode value = ask(field);
    if (value == null) {
      return null;
    }
    if (!value.isObject()) {
      wrong(field, value, "an object");
      return null;
    }
    return within(value, pointer + "/" + field, field, read);
  }

  /** The items of a list, each an object with an id of its own; none where the field is missing. */
  <T> List<T> list(String field, Function<Cursor, T> read) {
    JsonNode list = ask(field);
    List<T> items = new ArrayList<>();
    if (list == null) {
      return items;
    }
    if (!list.isArray()) {
      wrong(field, list, "a list");
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
    if (isNothing(object.get(one)) && isNothing(object.get(other))) {
      problems.add(
          new RecordProblem(
              pointer,
              "neither `%s` nor `%s`".formatted(one, other),
              "at least one of `%s` and `%s`".formatted(one, other)));
    }
  }

  /** The value of a field, which is known from now on; null where it is missing. */
  private JsonNode ask(String field) {
    JsonNode value = object.get(field);
    asked.add(field);
    found += value == null ? 0 : 1;
    return isNothing(value) ? null : value;
  }

  private static boolean isNothing(JsonNode value) {
    return value == null || value.isNull();
  }

  private void wrong(String field, JsonNode value, String expected) {
    problems.add(new RecordProblem(pointer + "/" + field, shown(value), expected));
  }

  /** A value in short. */
  static String shown(JsonNode value) {
    return shortened(value.toString());
  }

  /** A text in short. */
  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** Reports the fields that nobody asked for. */
  void done() {
    if (found == object.size()) {
      return;
    }
    for (String field : object.propertyNames()) {
      if (!asked.contains(field)) {
        unknown.accept(new UnknownField(pointer, path + field, field, asked));
      }
    }
  }
}
