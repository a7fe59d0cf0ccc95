package dev.certus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule that reaches for what no rule may have, one a file in {@code src/test/resources/escapes}.
 * The first line of a file says what it is refused for, where, and whether only when it is
 * compiled. Those that would leave a mark, if they ran, make a file or folder {@code ran} or set
 * the property {@code escaped}.
 *
 * @param name the name of its file
 * @param code why it is refused
 * @param place where, as line and column
 * @param isCompiled whether it is refused only when it is compiled
 */
public record Escape(String name, String code, String place, boolean isCompiled) {

  /** What an escape leaves behind if it runs. */
  public static final Path RAN = Path.of("ran");

  private static final Path ALL = Path.of("src/test/resources/escapes");

  private static Escape of(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      String[] words = lines.findFirst().orElseThrow().substring(3).split(" ", -1);
      return new Escape(file.getFileName().toString(), words[0], words[1], words.length > 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All escapes, those that one pack can hold side by side in one list. */
  public static Collection<List<Escape>> packs() throws IOException {
    try (Stream<Path> files = Files.list(ALL)) {
      return files
          .map(Escape::of)
          .collect(Collectors.groupingBy(Escape::pack, TreeMap::new, Collectors.toList()))
          .values();
    }
  }

  /** Escapes of one kind stand in one pack; those whose names would mix stand alone. */
  private String pack() {
    String kind = name.substring(0, name.indexOf('-'));
    boolean alone = isCompiled || kind.equals("fact") || kind.equals("function");
    return alone ? name : kind;
  }

  /** Puts some escapes into a folder, in place of the rules of {@link Packs#FIVE_DAYS} there. */
  public static void put(List<Escape> escapes, Path pack) throws IOException {
    Files.delete(pack.resolve("waits.drl"));
    for (Escape escape : escapes) {
      Files.copy(ALL.resolve(escape.name()), pack.resolve(escape.name()));
    }
  }
}
