package dev.certus.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads the YAML files of a pack. */
final class PackReader {

  private final PackFiles files;

  PackReader(PackFiles files) {
    this.files = files;
  }

  Pack read() {
    Fields head = new Fields(files.yaml("pack.yaml"));
    Map<String, Clause> clauses = entries(files.yaml("clauses.yaml"), PackReader::clause);
    Pack pack =
        new Pack(
            head.text("name"),
            head.text("title"),
            head.text("version"),
            phases(head),
            clauses,
            entries(files.yaml("readings.yaml"), PackReader::reading),
            entries(head.required("decisions"), PackReader::decision),
            new Terms(new TermReader(clauses.keySet()).read(files.yaml("terms.yaml"))),
            new CatalogueReader(files).read());
    head.done();
    return pack;
  }

  private static List<String> phases(Fields head) {
    Yaml phases = head.required("phases");
    List<String> names = new ArrayList<>(phases.list().stream().map(Yaml::text).toList());
    if (names.isEmpty()) {
      throw phases.problem("a pack has at least one phase", "name the groups of its rules");
    }
    return List.copyOf(names);
  }

  /** The entries of a mapping from ids to mappings. */
  static <T> Map<String, T> entries(Yaml mapping, BiFunction<String, Fields, T> read) {
    Map<String, T> entries = new LinkedHashMap<>();
    mapping
        .map()
        .forEach(
            (id, value) -> {
              Fields fields = new Fields(value);
              entries.put(id, read.apply(id, fields));
              fields.done();
            });
    return entries;
  }

  private static Clause clause(String id, Fields fields) {
    return new Clause(id, fields.text("title"), fields.text("words"), fields.text("source"));
  }

  private static Reading reading(String id, Fields fields) {
    return new Reading(
        id,
        fields.text("question"),
        fields.text("choice"),
        fields.text("source"),
        fields.oneOf(
            "status",
            List.of(Reading.Status.values()),
            status -> status.name().toLowerCase(Locale.ROOT)));
  }

  private static DecisionKind decision(String code, Fields fields) {
    return new DecisionKind(code, fields.text("meaning"), fields.flag("joins"));
  }
}
