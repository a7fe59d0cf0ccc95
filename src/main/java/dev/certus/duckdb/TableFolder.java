package dev.certus.duckdb;

import dev.certus.problem.DidYouMean;
import dev.certus.record.RecordTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the tables of a folder: each by its name, with an end for its format. */
final class TableFolder {

  private final Path folder;
  private final List<RecordTable> known;
  private final Consumer<String> warnings;

  /**
   * A folder.
   *
   * @param known the tables that there can be, that of candidates first
   * @param warnings receives a warning where a file has nearly the name of a missing table
   */
  TableFolder(Path folder, List<RecordTable> known, Consumer<String> warnings) {
    this.folder = folder;
    this.known = known;
    this.warnings = warnings;
  }

  /**
   * The tables, that of candidates first; those that are not there are empty.
   *
   * @param named the places of tables that the user named, seen from the folder
   * @throws IOException where there is no table of candidates, or a table twice
   */
  List<TableFile> tables(Map<RecordTable, String> named) throws IOException {
    Map<RecordTable, TableFile> tables = new LinkedHashMap<>();
    for (RecordTable table : known) {
      Path place = named.containsKey(table) ? folder.resolve(named.get(table)) : place(table);
      if (place != null) {
        tables.put(table, TableFile.of(table, place));
      }
    }
    if (!tables.containsKey(known.get(0))) {
      throw new IOException(noCandidates());
    }
    warn(tables.keySet());
    return List.copyOf(tables.values());
  }

  /** Where a table is in the folder, or null where it is not. */
  private Path place(RecordTable table) throws IOException {
    List<Path> places =
        TableFile.ends()
            .map(end -> folder.resolve(table.name() + end))
            .filter(Files::exists)
            .toList();
    if (places.size() > 1) {
      throw new IOException(
          "%s holds the table `%s` twice: %s%n  help: remove one, or name the place of one: %s=%s"
              .formatted(
                  folder,
                  table.name(),
                  places.stream()
                      .map(place -> place.getFileName().toString())
                      .collect(Collectors.joining(" and ")),
                  table.name(),
                  places.get(0).getFileName()));
    }
    return places.isEmpty() ? null : places.get(0);
  }

  private String noCandidates() throws IOException {
    String name = RecordTable.CANDIDATES;
    return "%s holds no table `%s`: %s%n  help: %s"
        .formatted(
            folder,
            name,
            TableFile.ends().map(end -> "no " + name + end).collect(Collectors.joining(", ")),
            DidYouMean.nearest(name, stems(Set.of()))
                .map("is it `%s`? Rename it, or name its place"::formatted)
                .orElse("name its place: " + name + "=FILE"));
  }

  private void warn(Set<RecordTable> found) throws IOException {
    Set<String> stems = stems(found);
    List<String> missing = new ArrayList<>();
    for (RecordTable table : known) {
      if (!found.contains(table)) {
        missing.add(table.name());
        Optional<String> meant = DidYouMean.nearest(table.name(), stems);
        meant.ifPresent(
            stem ->
                warnings.accept(
                    "%s holds no table `%s`; did you mean `%s`? It is not read"
                        .formatted(folder, table.name(), stem)));
      }
    }
    if (found.size() == 1) {
      warnings.accept(
          "%s holds no table but `candidates`: no %s"
              .formatted(folder, String.join(", no ", missing)));
    }
  }

  /** The names of what the folder holds, without their ends, but the tables that were found. */
  private Set<String> stems(Set<RecordTable> found) throws IOException {
    Set<String> stems = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString().replaceFirst("(?<=.)\\..*", ""))
          .forEach(stems::add);
    }
    known.stream().filter(found::contains).map(RecordTable::name).forEach(stems::remove);
    return stems;
  }
}
