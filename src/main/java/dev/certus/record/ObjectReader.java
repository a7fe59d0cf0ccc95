package dev.certus.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Reads the objects of one kind. A wrong value is noted with its place and read as null, so that
 * one reading finds all problems. A null field counts as missing.
 */
final class ObjectReader {

  private static final int SHOWN = 60;

  private final RecordObject shape;
  private final List<String> needs;
  private final FieldType<?>[] types;
  private final ObjectReader[] objects; // those of fields that hold objects; else null

  /**
   * A reader.
   *
   * @param needs fields of which at least one must be there; none where it is empty
   */
  ObjectReader(RecordObject shape, List<String> needs) {
    this.shape = shape;
    this.needs = needs;
    this.types = shape.fields().stream().map(FieldType::of).toArray(FieldType<?>[]::new);
    this.objects =
        shape.fields().stream()
            .map(f -> f.object() == null ? null : new ObjectReader(f.object(), List.of()))
            .toArray(ObjectReader[]::new);
  }

  /** What is wrong with a record, and where in it the reading is. */
  static final class Faults {

    private final List<RecordProblem> problems = new ArrayList<>();
    private final Consumer<UnknownField> unknown;
    private String list; // null at the record itself
    private int item;
    private String object; // the field of the object within an item, or null

    Faults(Consumer<UnknownField> unknown) {
      this.unknown = unknown;
    }

    List<RecordProblem> problems() {
      return problems;
    }

    void add(RecordProblem problem) {
      problems.add(problem);
    }

    /** Goes to an item of a list. */
    void at(String name, int index) {
      list = name;
      item = index;
    }

    void atRecord() {
      list = null;
    }

    /** The place of the object that is read, as a JSON pointer. */
    String pointer() {
      String place = list == null ? "" : "/" + list + "/" + item;
      return object == null ? place : place + "/" + object;
    }

    private String path(String field) {
      String place = list == null ? "" : list + ".";
      return (object == null ? place : place + object + ".") + field;
    }

    /** Reports the fields of an object that it cannot have. */
    void unknown(JsonNode owner, List<String> known) {
      for (String field : owner.propertyNames()) {
        if (!known.contains(field)) {
          unknown.accept(new UnknownField(pointer(), path(field), field, known));
        }
      }
    }

    /** The value of a field that must be there. */
    <T> T required(JsonNode owner, String field, FieldType<T> type) {
      JsonNode value = owner.get(field);
      if (isNothing(value)) {
        missing(field, type);
        return null;
      }
      return read(field, value, type);
    }

    private void missing(String field, FieldType<?> type) {
      add(new RecordProblem(pointer() + "/" + field, "nothing", type.expected()));
    }

    /** The value of a field, or null where it is missing. */
    <T> T optional(JsonNode owner, String field, FieldType<T> type) {
      JsonNode value = owner.get(field);
      return isNothing(value) ? null : read(field, value, type);
    }

    private <T> T read(String field, JsonNode value, FieldType<T> type) {
      T result = type.read().apply(value);
      if (result == null) {
        wrong(field, value, type.expected());
      }
      return result;
    }

    private void wrong(String field, JsonNode value, String expected) {
      add(new RecordProblem(pointer() + "/" + field, shown(value), expected));
    }
  }

  /** An object that has these fields alone; others are reported. */
  RecordEntry read(JsonNode object, Faults faults) {
    return read(object, true, faults);
  }

  /** These fields of an object that has others besides. */
  RecordEntry readSome(JsonNode object, Faults faults) {
    return read(object, false, faults);
  }

  private RecordEntry read(JsonNode object, boolean alone, Faults faults) {
    if (!needs.isEmpty() && needs.stream().allMatch(field -> isNothing(object.get(field)))) {
      faults.add(
          new RecordProblem(
              faults.pointer(),
              "neither `%s`".formatted(String.join("` nor `", needs)),
              "at least one of `%s`".formatted(String.join("` and `", needs))));
    }
    int found = 0;
    Object[] values = new Object[types.length];
    for (int i = 0; i < values.length; i++) {
      RecordField field = shape.fields().get(i);
      JsonNode value = object.get(field.name());
      found += value == null ? 0 : 1;
      if (isNothing(value)) {
        values[i] = field.otherwise();
        if (field.required()) {
          faults.missing(field.name(), types[i]);
        }
      } else {
        values[i] =
            objects[i] == null
                ? faults.read(field.name(), value, types[i])
                : within(objects[i], field, value, faults);
      }
    }
    if (alone && found < object.size()) {
      faults.unknown(object, shape.fields().stream().map(RecordField::name).toList());
    }
    return new RecordEntry(shape, values);
  }

  private static RecordEntry within(
      ObjectReader reader, RecordField field, JsonNode value, Faults faults) {
    if (!value.isObject()) {
      faults.wrong(field.name(), value, "an object");
      return null;
    }
    faults.object = field.name();
    RecordEntry entry = reader.read(value, faults);
    faults.object = null;
    return entry;
  }

  private static boolean isNothing(JsonNode value) {
    return value == null || value.isNull();
  }

  /** A value in short. */
  static String shown(JsonNode value) {
    return shortened(value.toString());
  }

  /** A text in short. */
  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
