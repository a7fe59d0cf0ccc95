package dev.certus.record;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.PackException;
import dev.certus.problem.Problems;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads what a pack declares of its record, on top of another declaration: fields and lists of the
 * same name change in what is said of them, others are added.
 */
final class ShapeReader {

  /** How a pack begins the name of a list or field. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,40}");

  private static final Pattern TYPE = Pattern.compile("[A-Z][a-zA-Z0-9]{0,40}");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** What every fact has besides, or Java would misread. */
  private static final Set<String> TAKEN =
      Set.of(
          "id",
          "rank",
          "day",
          "at",
          "code",
          "begun",
          "upcoming",
          "knownAt",
          "now",
          "today",
          "candidateId",
          "class",
          "this",
          "new",
          "null",
          "true",
          "false",
          "equals",
          "hashCode",
          "toString",
          "getClass",
          "notify",
          "notifyAll",
          "wait",
          "default",
          "package",
          "public",
          "private",
          "protected",
          "static",
          "final",
          "void",
          "int",
          "long",
          "double",
          "float",
          "short",
          "byte",
          "char",
          "boolean",
          "return",
          "if",
          "else",
          "for",
          "while",
          "do",
          "switch",
          "case",
          "break",
          "continue",
          "try",
          "catch",
          "finally",
          "throw",
          "throws",
          "import",
          "interface",
          "enum",
          "extends",
          "implements",
          "super",
          "abstract",
          "native",
          "synchronized",
          "transient",
          "volatile",
          "strictfp",
          "assert",
          "const",
          "goto",
          "instanceof",
          "not",
          "exists",
          "forall",
          "from",
          "matches",
          "contains",
          "memberOf");

  private final Map<String, RecordField.Words> words = new LinkedHashMap<>();
  private final Map<String, RecordList> lists = new LinkedHashMap<>();
  private final Problems problems = new Problems();
  private RecordObject candidate;

  /** A reader that begins with another shape. */
  ShapeReader(RecordShape before) {
    candidate = before.candidate();
    before.words().forEach(list -> words.put(list.name(), list));
    before.lists().forEach(list -> lists.put(list.name(), list));
  }

  /**
   * Reads a declaration.
   *
   * @throws PackException with all its problems
   */
  void read(Yaml yaml) {
    Fields fields = new Fields(yaml);
    each(fields.optional("words"), this::words);
    Yaml person = fields.optional("candidate");
    if (person != null) {
      problems.attempt(
          () -> candidate = new RecordObject("Candidate", plain(candidate(person), person)));
    }
    each(fields.optional("lists"), this::list);
    problems.attempt(fields::done);
    problems.raise();
    unique(yaml);
    references(yaml);
    problems.raise();
  }

  RecordShape shape() {
    return new RecordShape(candidate, List.copyOf(lists.values()), List.copyOf(words.values()));
  }

  private interface Entries {
    void read(String name, Yaml value, Yaml owner);
  }

  private void each(Yaml mapping, Entries entries) {
    if (mapping != null) {
      problems.attempt(
          () ->
              mapping
                  .map()
                  .forEach(
                      (name, value) -> problems.attempt(() -> entries.read(name, value, mapping))));
    }
  }

  private void words(String name, Yaml list, Yaml owner) {
    named(TYPE, name, owner, "a list of words has a name such as `CreditStatus`");
    List<String> all = new ArrayList<>();
    for (Yaml word : list.list()) {
      if (!WORD.matcher(word.text()).matches()) {
        throw word.problem(
            "`%s` is no word: small letters, digits and hyphens".formatted(word.text()),
            "write it like test-center");
      }
      if (all.contains(word.text())) {
        throw word.problem("the word `%s` is repeated".formatted(word.text()), "keep one");
      }
      all.add(word.text());
    }
    if (all.isEmpty()) {
      throw list.problem("a list of words has at least one word", "add one");
    }
    RecordField.Words changed = new RecordField.Words(name, all);
    words.put(name, changed);
    lists.replaceAll((key, item) -> with(item, changed));
    candidate = with(candidate, changed);
  }

  /** The fields of these words have them as they are now. */
  private static RecordList with(RecordList list, RecordField.Words words) {
    return copy(list, with(list.item(), words));
  }

  private static RecordObject with(RecordObject object, RecordField.Words words) {
    return new RecordObject(
        object.name(),
        object.fields().stream()
            .map(
                field ->
                    new RecordField(
                        field.name(),
                        field.kind(),
                        field.required(),
                        field.otherwise(),
                        field.least(),
                        field.most(),
                        field.words() != null && field.words().name().equals(words.name())
                            ? words
                            : field.words(),
                        field.object() == null ? null : with(field.object(), words),
                        field.of(),
                        field.description(),
                        field.unit()))
            .toList());
  }

  private static RecordList copy(RecordList list, RecordObject item) {
    return new RecordList(
        list.name(),
        item,
        list.description(),
        list.happens(),
        list.ahead(),
        list.zone(),
        list.known(),
        list.needs(),
        list.says(),
        list.called());
  }

  private List<RecordField> candidate(Yaml yaml) {
    Fields fields = new Fields(yaml);
    List<RecordField> read = fields(fields.required("fields"), candidate.fields());
    fields.done();
    return read;
  }

  private void list(String name, Yaml yaml, Yaml owner) {
    named(NAME, name, owner, "a list has a name such as `credits`");
    if (name.equals(RecordShape.ZONE) || name.equals(RecordShape.CANDIDATE_ID)) {
      throw new PackException(
          owner.keyAt(name), "`%s` is a field of every candidate".formatted(name), "rename it");
    }
    RecordList before = lists.get(name);
    Fields fields = new Fields(yaml);
    String fact = fields.text("fact", before == null ? null : before.item().name());
    if (fact == null) {
      throw yaml.problem(
          "a new list says what rules call its facts", "add `fact: Credit` or the like");
    }
    if (!TYPE.matcher(fact).matches()) {
      throw fields
          .required("fact")
          .problem("`%s` is no name of a fact".formatted(fact), "write a name such as `Credit`");
    }
    List<RecordField> known =
        before == null
            ? List.of(
                RecordField.frame(RecordShape.ID, FieldKind.NAME, true, "The id within its list."))
            : before.item().fields();
    Yaml added = fields.optional("fields");
    RecordObject item = new RecordObject(fact, added == null ? known : fields(added, known));
    lists.put(name, new ListReader(fields, before, name).read(item));
    fields.done();
  }

  private List<RecordField> fields(Yaml yaml, List<RecordField> before) {
    Map<String, RecordField> all = new LinkedHashMap<>();
    before.forEach(field -> all.put(field.name(), field));
    Problems faults = new Problems();
    yaml.map()
        .forEach(
            (name, value) ->
                faults.attempt(
                    () -> {
                      RecordField known = all.get(name);
                      if (known == null && TAKEN.contains(name)) {
                        throw new PackException(
                            yaml.keyAt(name),
                            "every fact has a `%s` already, or rules would misread it"
                                .formatted(name),
                            "give the field another name");
                      }
                      named(NAME, name, yaml, "a field has a name such as `earnedOn`");
                      all.put(name, field(name, value, known));
                    }));
    faults.raise();
    return List.copyOf(all.values());
  }

  private RecordField field(String name, Yaml yaml, RecordField before) {
    if (!yaml.isMap()) {
      return new FieldReader(name, null, null).of(type(yaml));
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

  /** What a field's type says of its kind, words and object. */
  private RecordField type(Yaml type) {
    return type(type, null);
  }

  private RecordField type(Yaml type, Fields fields) {
    RecordField.Words list = words.get(type.text());
    if (list != null) {
      return typed(FieldKind.WORD, list, null);
    }
    for (FieldKind kind : FieldKind.values()) {
      boolean plain = kind != FieldKind.WORD && kind != FieldKind.OBJECT;
      if (plain && kind.name().toLowerCase(Locale.ROOT).equals(type.text())) {
        return typed(kind, null, null);
      }
    }
    if (type.text().equals("object") && fields != null) {
      Yaml named = fields.required("named");
      if (!TYPE.matcher(named.text()).matches()) {
        throw named.problem(
            "`%s` is no name of an object".formatted(named.text()), "write it like `Address`");
      }
      return typed(
          FieldKind.OBJECT,
          null,
          new RecordObject(
              named.text(), plain(fields(fields.required("fields"), List.of()), type)));
    }
    throw type.problem(
        "`%s` is no type of a field".formatted(type.text()),
        DidYouMean.oneOf(type.text(), types()));
  }

  private static List<RecordField> plain(List<RecordField> fields, Yaml at) {
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
        types.add(kind.name().toLowerCase(Locale.ROOT));
      }
    }
    return types;
  }

  private static void named(Pattern pattern, String name, Yaml owner, String expected) {
    if (!pattern.matcher(name).matches()) {
      throw new PackException(
          owner.keyAt(name),
          "`%s` is no name: letters and digits, %s"
              .formatted(name, pattern == NAME ? "the first one small" : "the first one a capital"),
          expected);
    }
  }

  /** Facts, objects and words have names that no two of them share. */
  private void unique(Yaml yaml) {
    Map<String, Object> named = new LinkedHashMap<>();
    words.forEach(named::put);
    for (RecordList list : lists.values()) {
      taken(named, list.item(), yaml);
      list.item().fields().stream()
          .filter(field -> field.object() != null)
          .forEach(field -> taken(named, field.object(), yaml));
    }
  }

  /** Texts that name facts name those of a list that there is. */
  private void references(Yaml yaml) {
    for (RecordList list : lists.values()) {
      for (RecordField field : list.item().fields()) {
        if (field.of() != null && !lists.containsKey(field.of())) {
          problems.attempt(
              () -> {
                throw yaml.nearest("/lists/%s/fields/%s/of".formatted(list.name(), field.name()))
                    .problem(
                        "the record has no list `%s`".formatted(field.of()),
                        DidYouMean.oneOf(field.of(), lists.keySet()));
              });
        }
      }
    }
  }

  private void taken(Map<String, Object> named, RecordObject object, Yaml yaml) {
    Object before = named.putIfAbsent(object.name(), object);
    if (before != null || object.name().equals("Candidate")) {
      problems.attempt(
          () -> {
            throw yaml.problem(
                "two things of the record are named `%s`".formatted(object.name()),
                "rename one of them");
          });
    }
  }
}
