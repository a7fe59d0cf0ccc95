package dev.certus.language;

import dev.certus.language.Symbol.Kind;
import dev.certus.problem.PackException;
import dev.certus.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the names in a YAML file of a pack, or in one of its scenarios. */
final class YamlSymbols {

  /** The files whose keys are names. */
  private static final Map<String, Kind> DEFINED_BY_KEY =
      Map.of("clauses.yaml", Kind.CLAUSE, "readings.yaml", Kind.READING, "terms.yaml", Kind.TERM);

  /** The fields whose values are names, wherever they stand. */
  private static final Map<String, Kind> NAMED_BY_FIELD =
      Map.of(
          "clause", Kind.CLAUSE,
          "readings", Kind.READING,
          "rule", Kind.RULE,
          "exam", Kind.EXAM,
          "certification", Kind.CERTIFICATION,
          "renewed-by", Kind.CERTIFICATION);

  private final String file;
  private final List<Occurrence> found = new ArrayList<>();

  private YamlSymbols(String file) {
    this.file = file;
  }

  /** The names in a file; none where it is not well-formed. */
  static List<Occurrence> of(String file, String text) {
    YamlSymbols symbols = new YamlSymbols(file);
    try {
      symbols.read(Yaml.parse(file, text));
    } catch (PackException e) {
      // The check reports it.
    }
    return List.copyOf(symbols.found);
  }

  private void read(Yaml root) {
    Kind kind = DEFINED_BY_KEY.get(file);
    if (kind != null) {
      root.keys().forEach(key -> add(kind, key, true));
    }
    if (file.equals("pack.yaml") && root.isMap()) {
      Map<String, Yaml> head = root.map();
      if (head.containsKey("phases")) {
        names(Kind.PHASE, head.get("phases"), true);
      }
      if (head.containsKey("decisions")) {
        head.get("decisions").keys().forEach(key -> add(Kind.DECISION, key, true));
      }
      return;
    }
    if (file.equals("exams.yaml") && root.isMap()) {
      Map<String, Yaml> catalogue = root.map();
      if (catalogue.containsKey("certifications")) {
        catalogue.get("certifications").keys().forEach(key -> add(Kind.CERTIFICATION, key, true));
      }
      if (catalogue.containsKey("exams")) {
        fields(catalogue.get("exams"));
      }
      return;
    }
    fields(root);
  }

  /** The names that fields hold, however deep. */
  private void fields(Yaml node) {
    if (node.isList()) {
      node.list().forEach(this::fields);
    } else if (node.isMap()) {
      node.map().forEach(this::field);
    }
  }

  private void field(String name, Yaml value) {
    Kind kind = name.equals("code") ? codeKind() : NAMED_BY_FIELD.get(name);
    if (kind == null) {
      fields(value);
    } else {
      names(kind, value, file.equals("exams.yaml") && name.equals("code"));
    }
  }

  /** The field {@code code} is that of an exam in the catalogue, and of a decision in scenarios. */
  private Kind codeKind() {
    return file.equals("exams.yaml") ? Kind.EXAM : Kind.DECISION;
  }

  private void names(Kind kind, Yaml value, boolean defines) {
    if (value.isList()) {
      value.list().forEach(item -> names(kind, item, defines));
    } else if (!value.isMap() && !value.isNull()) {
      add(kind, value, defines);
    }
  }

  private void add(Kind kind, Yaml name, boolean defines) {
    int start = name.start();
    int end = name.end();
    boolean quoted = end - start == name.text().length() + 2;
    int quote = quoted ? 1 : 0;
    found.add(
        new Occurrence(new Symbol(kind, name.text()), file, start + quote, end - quote, defines));
  }
}
