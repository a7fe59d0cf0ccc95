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
}
