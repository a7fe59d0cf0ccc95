package dev.certus.fact;

import dev.certus.record.FieldKind;
import dev.certus.record.RecordField;
import dev.certus.record.RecordList;
import dev.certus.record.RecordObject;
import dev.certus.record.RecordShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the facts of one kind are made of the entries of a record.
 *
 * @param type the number of their class
 * @param list the list that they are in, or null
 * @param happens the place of the field that says when they happen; -1 where there is none
 * @param known the place of the field that says when all of them is known; -1 where there is none
 * @param exam the place of the first field that names an exam; -1 where there is none
 * @param pending what stands in place of a value that is not known yet, or null
 * @param sources what each member of their class is made of
 */
record FactForm(
    int type,
    RecordList list,
    int happens,
    int known,
    int exam,
    Object pending,
    List<Source> sources) {

  /**
   * What a member is made of.
   *
   * @param field the place of the field
   * @param kind the field's kind
   * @param looksUp whether the member is what the catalogue has of the value
   * @param hidden whether the value may become known later than the fact
   * @param words the constants of words; none where it holds no word
   * @param object the form of objects, or null
   */
  record Source(
      int field,
      FieldKind kind,
      boolean looksUp,
      boolean hidden,
      Map<String, Object> words,
      FactForm object) {}

  /** The form of the candidate, whose class is the first. */
  static FactForm candidate(FactTypes types) {
    RecordObject more = types.shape().candidate();
    return new FactForm(
        0, null, -1, -1, -1, null, sources(more, Holder.class, null, types, Map.of()));
  }

  /** The forms of the facts of each list; their classes follow, then those of objects. */
  static List<FactForm> lists(FactTypes types) {
    RecordShape shape = types.shape();
    Map<String, FactForm> objects = new HashMap<>();
    int next = shape.lists().size() + 1;
    for (RecordList list : shape.lists()) {
      for (RecordField field : list.item().fields()) {
        if (field.object() != null) {
          List<Source> sources = sources(field.object(), Object.class, null, types, Map.of());
          objects.put(field.object().name(), new FactForm(next++, null, -1, -1, -1, null, sources));
        }
      }
    }
    List<FactForm> forms = new ArrayList<>();
    for (RecordList list : shape.lists()) {
      forms.add(form(forms.size() + 1, list, types, objects));
    }
    return forms;
  }

  private static FactForm form(
      int type, RecordList list, FactTypes types, Map<String, FactForm> objects) {
    RecordObject item = list.item();
    RecordList.Known known = list.known();
    RecordField hidden = known == null ? null : item.field(known.hides());
    RecordField exam =
        item.fields().stream().filter(f -> f.kind() == FieldKind.EXAM).findFirst().orElse(null);
    return new FactForm(
        type,
        list,
        list.happens() == null ? -1 : item.index(list.happens()),
        known == null ? -1 : item.index(known.at()),
        exam == null ? -1 : item.index(exam.name()),
        known == null ? null : constants(hidden, types).get(known.as()),
        sources(item, FactTypes.base(list), hidden, types, objects));
  }

  private static List<Source> sources(
      RecordObject object,
      Class<?> base,
      RecordField hidden,
      FactTypes types,
      Map<String, FactForm> objects) {
    List<Source> sources = new ArrayList<>();
    for (FactClass.Member member : FactClass.of(object, base).members()) {
      RecordField field = object.fields().get(member.field());
      sources.add(
          new Source(
              member.field(),
              field.kind(),
              member.looksUp(),
              field.equals(hidden),
              constants(field, types),
              field.object() == null ? null : objects.get(field.object().name())));
    }
    return sources;
  }

  private static Map<String, Object> constants(RecordField field, FactTypes types) {
    if (field.words() == null) {
      return Map.of();
    }
    Object[] constants = types.type(FactTypes.VALUES + field.words().name()).getEnumConstants();
    Map<String, Object> byWord = new HashMap<>();
    for (int i = 0; i < constants.length; i++) {
      byWord.put(field.words().all().get(i), constants[i]);
    }
    return byWord;
  }
}
