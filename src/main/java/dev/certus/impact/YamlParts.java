package dev.certus.impact;

import dev.certus.pack.PackFiles;
import dev.certus.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of a YAML file: its entries, or those of its sections. */
final class YamlParts {

  /** Files whose entries are sections of parts. */
  private static final Set<String> SECTIONED = Set.of("exams.yaml", "pack.yaml");

  /** What only names the pack. */
  private static final Set<String> NAMES = Set.of("name", "title", "version");

  private final String file;
  private final String text;
  private final List<PackPart> parts = new ArrayList<>();

  private YamlParts(PackFiles files, String file) {
    this.file = file;
    this.text = files.texts().get(file);
  }

  /** The parts of a file, in its order. */
  static List<PackPart> of(PackFiles files, String file) {
    YamlParts parts = new YamlParts(files, file);
    Yaml root = files.yaml(file);
    if (!SECTIONED.contains(file)) {
      parts.add(root, singular(file.replaceFirst("\\.yaml$", "")), "");
      return parts.parts;
    }
    root.map()
        .forEach(
            (name, section) -> {
              boolean hasParts = (section.isMap() || section.isList()) && !section.isFlow();
              if (hasParts && !isPlainList(section)) {
                parts.add(section, singular(name), name);
              } else if (!NAMES.contains(name)) {
                parts.entry(root, name, section, "entry", "");
              }
            });
    return parts.parts;
  }

  /** Whether a list holds texts alone, whose order matters: it is one part. */
  private static boolean isPlainList(Yaml section) {
    return section.isList() && section.list().stream().noneMatch(Yaml::isMap);
  }

  private static String singular(String plural) {
    return plural.replaceFirst("s$", "");
  }

  private void add(Yaml collection, String kind, String section) {
    if (collection.isMap()) {
      collection.map().forEach((name, value) -> entry(collection, name, value, kind, section));
    } else if (collection.isList()) {
      List<Yaml> items = collection.list();
      int values = naming(items);
      items.forEach(item -> item(item, values, kind, section));
    }
  }

  private void entry(Yaml map, String name, Yaml value, String kind, String section) {
    add(kind, name, section, lineStart(map.keyAt(name).line()), value);
  }

  /** How many of an item's first values name it among the others. */
  private static int naming(List<Yaml> items) {
    int values = 1;
    while (values < items.size() && !isUnique(items, values)) {
      values++;
    }
    return values;
  }

  private static boolean isUnique(List<Yaml> items, int values) {
    return items.stream().map(item -> name(item, values)).distinct().count() == items.size();
  }

  private static String name(Yaml item, int values) {
    return item.isMap()
        ? item.map().values().stream()
            .limit(values)
            .map(Yaml::plain)
            .map(String::valueOf)
            .collect(Collectors.joining(" "))
        : String.valueOf(item.plain());
  }

  private void item(Yaml item, int values, String kind, String section) {
    add(kind, name(item, values), section, lineStart(item.at().line()), item);
  }

  private void add(String kind, String name, String section, int start, Yaml value) {
    int lineEnd = text.indexOf('\n', Math.max(start, value.end() - 1));
    int end = lineEnd < 0 ? text.length() : lineEnd + 1;
    Object meaning = value.isNull() ? Map.of() : value.plain();
    parts.add(
        new PackPart(kind, name, file, section, start, end, text.substring(start, end), meaning));
  }

  private int lineStart(int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }
}
