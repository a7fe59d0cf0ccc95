package dev.certus.language;

import dev.certus.drl.DrlTree;
import dev.certus.language.Symbol.Kind;
import dev.certus.scenario.PackTexts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where each name of a pack stands, in all its texts. Immutable. */
final class SymbolIndex {

  /** A text, and the names in it. */
  private record Indexed(String text, List<Occurrence> occurrences) {}

  private final Map<String, Indexed> files;

  private SymbolIndex(Map<String, Indexed> files) {
    this.files = files;
  }

  /**
   * The names in a pack's texts; what cannot be read is left out.
   *
   * @param drl the tree of its DRL files
   * @param known an index of the texts as they were, or null
   */
  static SymbolIndex of(PackTexts texts, DrlTree drl, SymbolIndex known) {
    Map<String, Indexed> files = new TreeMap<>();
    texts
        .all()
        .forEach(
            (file, text) -> {
              Indexed before = known == null ? null : known.files.get(file);
              boolean same = before != null && before.text().equals(text);
              if (file.endsWith(".yaml")) {
                files.put(file, same ? before : new Indexed(text, YamlSymbols.of(file, text)));
              }
            });
    Map<String, List<Occurrence>> rules =
        DrlSymbols.of(drl).stream().collect(Collectors.groupingBy(Occurrence::file));
    rules.forEach(
        (file, found) -> files.put(file, new Indexed(texts.files().texts().get(file), found)));
    return new SymbolIndex(files);
  }

  /** The name at a place; the shortest one where several are. */
  Optional<Occurrence> at(String file, int offset) {
    return occurrences(file).stream()
        .filter(occurrence -> occurrence.holds(offset))
        .min(Comparator.comparing(occurrence -> occurrence.end() - occurrence.start()));
  }

  /** All places of a name, file by file. */
  List<Occurrence> of(Symbol symbol) {
    return all().filter(occurrence -> occurrence.symbol().equals(symbol)).distinct().toList();
  }

  /** The places of all names in a file. */
  List<Occurrence> occurrences(String file) {
    Indexed indexed = files.get(file);
    return indexed == null ? List.of() : indexed.occurrences();
  }

  /** The places of names that a file defines. */
  List<Occurrence> definitions(String file) {
    return occurrences(file).stream().filter(Occurrence::defines).toList();
  }

  /** All names of a kind that the pack defines. */
  SortedSet<String> names(Kind kind) {
    return all()
        .filter(occurrence -> occurrence.defines() && occurrence.symbol().kind() == kind)
        .map(occurrence -> occurrence.symbol().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<Occurrence> all() {
    return files.values().stream().flatMap(indexed -> indexed.occurrences().stream());
  }
}
