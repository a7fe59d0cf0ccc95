package dev.certus.record;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.PackException;
import dev.certus.problem.Problems;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads what a pack declares of its record, on top of another declaration: fields and lists of the
 * same name change in what is said of them, others are added.
 */
final class ShapeReader {

  /** The name of a list or field. */
  static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,40}");

  static final Pattern TYPE = Pattern.compile("[A-Z][a-zA-Z0-9]{0,40}");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

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
          () ->
              candidate =
                  new RecordObject("Candidate", FieldsReader.plain(candidate(person), person)));
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
    // Where the words are at fault the list is there all the same: no field is blamed for them.
    words.putIfAbsent(
        name, new RecordField.Words(name, list.list().stream().map(Yaml::text).toList()));
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
    lists.replaceAll((key, one) -> one.with(one.item().with(changed)));
    candidate = candidate.with(changed);
  }

  private List<RecordField> candidate(Yaml yaml) {
    Fields fields = new Fields(yaml);
    Yaml named = fields.required("fields");
    named.map().keySet().forEach(name -> notOfFrame(name, named));
    List<RecordField> read = fieldsOf(named, candidate.fields());
    fields.done();
    return read;
  }

  private void list(String name, Yaml yaml, Yaml owner) {
    named(NAME, name, owner, "a list has a name such as `credits`");
    notOfFrame(name, owner);
    if (candidate.fields().stream().anyMatch(field -> field.name().equals(name))) {
      throw new PackException(
          owner.keyAt(name), "the candidate has a field `%s`".formatted(name), "rename the list");
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
    RecordObject item = new RecordObject(fact, added == null ? known : fieldsOf(added, known));
    lists.put(name, new ListReader(fields, before, name).read(item));
    fields.done();
  }

  private static void notOfFrame(String name, Yaml owner) {
    if (name.equals(RecordShape.ZONE) || name.equals(RecordShape.CANDIDATE_ID)) {
      throw new PackException(
          owner.keyAt(name), "`%s` is a field of every candidate".formatted(name), "rename it");
    }
  }

  private List<RecordField> fieldsOf(Yaml yaml, List<RecordField> before) {
    return new FieldsReader(words).read(yaml, before);
  }

  static void named(Pattern pattern, String name, Yaml owner, String expected) {
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
