package dev.certus.pack;

import dev.certus.problem.Problems;
import dev.certus.record.RecordShape;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reads the YAML files of a pack. */
final class PackReader {

  private static final String READINGS = "readings.yaml";

  private final PackFiles files;
  private final Problems problems = new Problems();

  PackReader(PackFiles files) {
    this.files = files;
  }

  /** Reads all files; a fault in one hides none in another. */
  Pack read() {
    Map<String, Clause> clauses = part(() -> entries("clauses.yaml", PackReader::clause));
    Map<String, Reading> readings = part(this::readings);
    Terms terms = part(() -> terms(clauses));
    Catalogue catalogue = part(() -> new CatalogueReader(files).read());
    RecordShape record = part(files::record);
    if (terms != null && catalogue != null && record != null) {
      problems.attempt(() -> new KeyDomain(catalogue, record).check(terms.all()));
    }
    Pack pack = part(() -> pack(clauses, readings, terms, catalogue, record));
    problems.raise();
    return pack;
  }

  private <T> T part(Supplier<T> read) {
    return problems.attempt(read, null);
  }

  private Terms terms(Map<String, Clause> clauses) {
    return new Terms(
        new TermReader(clauses == null ? null : clauses.keySet()).read(files.yaml("terms.yaml")));
  }

  private Pack pack(
      Map<String, Clause> clauses,
      Map<String, Reading> readings,
      Terms terms,
      Catalogue catalogue,
      RecordShape record) {
    Fields head = new Fields(files.yaml("pack.yaml"));
    Pack pack =
        new Pack(
            head.text("name"),
            head.text("title"),
            head.text("version"),
            phases(head),
            clauses,
            readings,
            entries(head.required("decisions"), PackReader::decision),
            terms,
            catalogue,
            record);
    head.done();
    return pack;
  }

  private static List<String> phases(Fields head) {
    Yaml phases = head.required("phases");
    Set<String> names = new LinkedHashSet<>();
    for (Yaml phase : phases.list()) {
      if (!names.add(phase.text())) {
        throw phase.problem("the phase `%s` is listed twice".formatted(phase.text()), "keep one");
      }
    }
    if (names.isEmpty()) {
      throw phases.problem("a pack has at least one phase", "name the groups of its rules");
    }
    return List.copyOf(names);
  }

  /** The entries of a mapping from ids to mappings. */
  private static <T> Map<String, T> entries(Yaml mapping, BiFunction<String, Fields, T> read) {
    Map<String, T> entries = new LinkedHashMap<>();
    Problems problems = new Problems();
    mapping
        .map()
        .forEach(
            (id, value) ->
                problems.attempt(
                    () -> {
                      Fields fields = new Fields(value);
                      entries.put(id, read.apply(id, fields));
                      fields.done();
                    }));
    problems.raise();
    return entries;
  }

  private <T> Map<String, T> entries(String file, BiFunction<String, Fields, T> read) {
    return entries(files.yaml(file), read);
  }

  private static Clause clause(String id, Fields fields) {
    String title = fields.text("title");
    Yaml versions = fields.optional("versions");
    if (versions == null) {
      return new Clause(id, title, List.of(version(fields)));
    }
    DatedList<Clause.Version> all = new DatedList<>();
    for (Yaml item : versions.list()) {
      Fields version = new Fields(item);
      all.add(item, Dates.of(version), version(version));
      version.done();
    }
    return new Clause(
        id, title, all.versions(versions, "a clause has at least one version", "add `- words: …`"));
  }

  private static Clause.Version version(Fields fields) {
    Dates dates = Dates.of(fields);
    return new Clause.Version(
        dates.from(), dates.until(), fields.text("words"), fields.text("source"));
  }

  /** The readings; none where there is no file of them. */
  private Map<String, Reading> readings() {
    return files.texts().containsKey(READINGS) ? entries(READINGS, PackReader::reading) : Map.of();
  }

  private static Reading reading(String id, Fields fields) {
    Dates dates = Dates.of(fields);
    return new Reading(
        id,
        fields.text("question"),
        fields.text("choice"),
        fields.text("source"),
        fields.oneOf(
            "status",
            List.of(Reading.Status.values()),
            status -> status.name().toLowerCase(Locale.ROOT)),
        dates.from(),
        dates.until());
  }

  private static DecisionKind decision(String code, Fields fields) {
    return new DecisionKind(code, fields.text("meaning"), fields.flag("joins"));
  }
}
