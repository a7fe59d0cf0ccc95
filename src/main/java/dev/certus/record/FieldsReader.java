package dev.certus.record;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.PackException;
import dev.certus.problem.Problems;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** Reads what a pack says of the fields of an object. */
final class FieldsReader {

  /** What every fact has besides. */
  private static final Set<String> OWN =
      Set.of("id", "rank", "day", "at", "code", "begun", "upcoming", "knownAt", "now", "today");

  /** What every object of Java has. */
  private static final Set<String> OF_JAVA =
      Set.of("equals", "hashCode", "toString", "getClass", "notify", "notifyAll", "wait");

  /** What conditions of rules would read as something else. */
  private static final Set<String> OF_RULES =
      Set.of("not", "exists", "forall", "from", "matches", "contains", "memberOf");

  private final Map<String, RecordField.Words> words;

  /** A reader for fields that may have these words. */
  FieldsReader(Map<String, RecordField.Words> words) {
    this.words = words;
  }

  /** The fields: those that were there before, changed by what is said, and others. */
  List<RecordField> read(Yaml yaml, List<RecordField> before) {
    Map<String, RecordField> all = new LinkedHashMap<>();
    before.forEach(field -> all.put(field.name(), field));
    Problems faults = new Problems();
    yaml.map()
        .forEach(
            (name, value) ->
                faults.attempt(
                    () -> {
                      RecordField known = all.get(name);
                      if (known == null && isTaken(name)) {
                        throw new PackException(
                            yaml.keyAt(name),
                            "every fact has a `%s` already, or rules would misread it"
                                .formatted(name),
                            "give the field another name");
                      }
                      ShapeReader.named(
                          ShapeReader.NAME, name, yaml, "a field has a name such as `earnedOn`");
                      all.put(name, field(name, value, known));
                    }));
    faults.raise();
    return List.copyOf(all.values());
  }

  private RecordField field(String name, Yaml yaml, RecordField before) {
    if (!yaml.isMap()) {
      return new FieldReader(name, null, null).of(type(yaml, null));
    }
    Fields fields = new Fields(yaml);
    Yaml type = fields.optional("type");
    if (type == null && before == null) {
      throw yaml.problem("`type` is missing here", DidYouMean.oneOf("", types()));
    }
    FieldReader reader = new FieldReader(name, fields, before);
    RecordField read = type == null ? reader.of(before) : reader.of(type(type, fields));
    fields.done();
    return read;
  }

  /**
   * What a field's type says of its kind, words and object.
   *
   * @param fields what else is said of the field, or null where only the type is
   */
  private RecordField type(Yaml type, Fields fields) {
    RecordField.Words list = words.get(type.text());
    if (list != null) {
      return typed(FieldKind.WORD, list, null);
    }
    for (FieldKind kind : FieldKind.values()) {
      boolean plain = kind != FieldKind.WORD && kind != FieldKind.OBJECT;
      if (plain && kind.toString().equals(type.text())) {
        return typed(kind, null, null);
      }
    }
    if (type.text().equals("object") && fields != null) {
      Yaml named = fields.required("named");
      if (!ShapeReader.TYPE.matcher(named.text()).matches()) {
        throw named.problem(
            "`%s` is no name of an object".formatted(named.text()), "write it like `Address`");
      }
      return typed(
          FieldKind.OBJECT,
          null,
          new RecordObject(named.text(), plain(read(fields.required("fields"), List.of()), type)));
    }
    throw type.problem(
        "`%s` is no type of a field".formatted(type.text()),
        DidYouMean.oneOf(type.text(), types()));
  }

  /** Fields that hold no objects. */
  static List<RecordField> plain(List<RecordField> fields, Yaml at) {
    if (fields.stream().anyMatch(field -> field.kind() == FieldKind.OBJECT)) {
      throw at.problem("an object in a fact holds no further object", "write its fields plainly");
    }
    return fields;
  }

  private static RecordField typed(FieldKind kind, RecordField.Words words, RecordObject object) {
    return new RecordField("", kind, false, null, null, null, words, object, null, "", "");
  }

  private Collection<String> types() {
    Set<String> types = new TreeSet<>(words.keySet());
    for (FieldKind kind : FieldKind.values()) {
      if (kind != FieldKind.WORD) {
        types.add(kind.toString());
      }
    }
    return types;
  }

  private static boolean isTaken(String name) {
    return OWN.contains(name)
        || OF_JAVA.contains(name)
        || OF_RULES.contains(name)
        || name.equals(RecordShape.CANDIDATE_ID)
        || SourceVersion.isKeyword(name);
  }
}
