package dev.certus.cli;

import dev.certus.pack.CarriedPack;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which policy pack a command works with. */
final class PackOption {

  private static final int HASH_SHOWN = 12;

  @Option(
      names = "--pack",
      paramLabel = "FOLDER",
      description =
          "The policy pack. Default: rules/aws in the working folder where there is one, else the"
              + " AWS pack that the program carries.")
  private Path folder;

  /** Loads the pack and says on {@code err} which one it is. */
  RuleBook load(PrintWriter err) {
    PackFiles files = files();
    RuleBook book = RuleBook.load(files, cache());
    err.printf(
        "pack %s %s from %s (sha256 %s)%n",
        book.pack().name(),
        book.pack().version(),
        files.folder(),
        book.hash().substring(0, HASH_SHOWN));
    return book;
  }

  /** The pack without its rules. */
  Pack read() {
    return Pack.read(files());
  }

  /**
   * The folder given, else the one that an earlier run had its pack from.
   *
   * @param earlier how that run named it
   */
  PackFiles files(String earlier) {
    Path given = folder == null ? Path.of(earlier) : folder;
    if (folder == null && earlier.equals(CarriedPack.NAME)) {
      return CarriedPack.read();
    }
    if (!Files.isDirectory(given)) {
      throw new UserException(
          "%s: there is no such folder, where the pack was%n  help: name with --pack where it is"
              .formatted(given));
    }
    return PackFiles.read(given, given.toString());
  }

  private PackFiles files() {
    return folder == null ? byDefault() : PackFiles.read(folder, folder.toString());
  }

  /** The packs in the given folders; where none is given, the one that is there by default. */
  static List<PackFiles> files(List<Path> folders) {
    return folders.isEmpty()
        ? List.of(byDefault())
        : folders.stream().map(folder -> PackFiles.read(folder, folder.toString())).toList();
  }

  /** The folders given; where none is given, the one that is there by default. */
  static List<Path> folders(List<Path> given) {
    return given.isEmpty() ? List.of(Path.of(CarriedPack.FOLDER)) : given;
  }

  private static PackFiles byDefault() {
    Path here = Path.of(CarriedPack.FOLDER);
    return Files.isDirectory(here) ? PackFiles.read(here, CarriedPack.FOLDER) : CarriedPack.read();
  }

  /** The user's cache folder, as the XDG base directory specification has it. */
  static RuleCache cache() {
    String home = System.getProperty("user.home");
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches = xdg == null || xdg.isBlank() ? Path.of(home, ".cache") : Path.of(xdg);
    String program = build();
    return program == null ? RuleCache.none() : RuleCache.folder(caches.resolve("certus"), program);
  }

  /** What tells this build of the program apart; null where it does not run from a jar. */
  private static String build() {
    try {
      Path jar =
          Path.of(PackOption.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(jar)
          ? Files.size(jar) + "-" + Files.getLastModifiedTime(jar).toMillis()
          : null;
    } catch (IOException | URISyntaxException e) {
      return null;
    }
  }
}
