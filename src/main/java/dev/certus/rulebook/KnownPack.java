package dev.certus.rulebook;

import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleDates;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import dev.certus.yaml.Yaml;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pack as it was known on a day: without the entries of YAML files whose {@code known}, and the
 * rules whose {@code @known}, is a later day. What is left keeps its place in its file.
 */
public final class KnownPack {

  private final LocalDate date;

  private KnownPack(LocalDate date) {
    this.date = date;
  }

  /**
   * The files of a pack as they were known on a day, which included.
   *
   * @throws dev.certus.problem.PackException where a YAML file is not well-formed, or has an entry
   *     that was known later in a line with others
   */
  public static PackFiles on(PackFiles files, LocalDate date) {
    KnownPack known = new KnownPack(date);
    SortedMap<String, String> texts = new TreeMap<>(files.texts());
    files.yaml().keySet().forEach(file -> texts.put(file, known.yaml(files, file)));
    for (RuleSource rule : DrlTree.of(files).rules()) {
      LocalDate since = RuleDates.date(rule, "known");
      if (since != null && since.isAfter(date)) {
        texts.computeIfPresent(rule.whole().file(), (file, text) -> rule.whole().blankedIn(text));
      }
    }
    return new PackFiles(files.folder(), texts, date);
  }

  private String yaml(PackFiles files, String file) {
    String text = files.texts().get(file);
    List<int[]> unknown = new ArrayList<>();
    gather(files.yaml(file), text, unknown);
    unknown.sort(Comparator.comparing((int[] part) -> part[0]).reversed());
    for (int[] part : unknown) {
      text = new Span(file, part[0], part[1], text.substring(part[0], part[1])).blankedIn(text);
    }
    return text;
  }

  /** Gathers the parts of a file that were not known yet, from the start of a line on. */
  private void gather(Yaml node, String text, List<int[]> unknown) {
    if (node.isFlow()) {
      refuse(node);
      return;
    }
    if (node.isList()) {
      node.list().forEach(item -> gather(item, item.start(), text, unknown));
    } else if (node.isMap()) {
      for (Map.Entry<String, Yaml> entry : node.map().entrySet()) {
        int line = node.keyAt(entry.getKey()).line();
        gather(entry.getValue(), lineStart(text, line), text, unknown);
      }
    }
  }

  /** Entries that share a line cannot be left out by lines. */
  private void refuse(Yaml node) {
    List<Yaml> entries =
        node.isList() ? node.list() : node.isMap() ? List.copyOf(node.map().values()) : List.of();
    for (Yaml entry : entries) {
      if (isUnknown(entry)) {
        throw entry.problem(
            "this entry was known later, and shares its line with others",
            "write each entry in a line of its own");
      }
      refuse(entry);
    }
  }

  private void gather(Yaml entry, int start, String text, List<int[]> unknown) {
    if (isUnknown(entry)) {
      unknown.add(new int[] {text.lastIndexOf('\n', start - 1) + 1, entry.end()});
    } else {
      gather(entry, text, unknown);
    }
  }

  private boolean isUnknown(Yaml entry) {
    Yaml known = entry.isMap() ? entry.map().get("known") : null;
    try {
      return known != null && LocalDate.parse(known.text()).isAfter(date);
    } catch (DateTimeException e) {
      return false; // it is reported where the file is read
    }
  }

  private static int lineStart(String text, int line) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }
}
