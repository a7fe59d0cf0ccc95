package dev.certus.record;

import java.util.List;

/**
 * The fields of the objects of one kind.
 *
 * @param name what rules call such an object, such as {@code Attempt}
 * @param fields its fields, in the order in which records are written
 */
public record RecordObject(String name, List<RecordField> fields) {

  /** Keeps an unmodifiable copy of the list. */
  public RecordObject {
    fields = List.copyOf(fields);
  }

  /** The place of a field among the fields; -1 where there is none of that name. */
  public int index(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  /** The field of a name, or null. */
  public RecordField field(String name) {
    int index = index(name);
    return index < 0 ? null : fields.get(index);
  }

  /** The first field that names a row of the catalogue; null where there is none. */
  public RecordField reference() {
    return fields.stream().filter(field -> field.kind().isReference()).findFirst().orElse(null);
  }

  /** The same fields, where those of a list of words have it as it is now. */
  RecordObject with(RecordField.Words words) {
    return new RecordObject(name, fields.stream().map(field -> field.with(words)).toList());
  }
}
