package dev.certus.cli;

import dev.certus.pack.CarriedPack;
import dev.certus.pack.DefaultPack;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.rulebook.KnownPack;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;

/** Which policy pack a command works with. */
final class PackOption {

  /** Describes PACK of commands that take several. */
  static final String FOLDERS =
      "Folders of packs. Default: the working folder where it holds pack.yaml, else rules/aws in"
          + " it, else the pack that the program carries.";

  @Option(
      names = "--pack",
      paramLabel = "FOLDER",
      description =
          "The policy pack. Default: the working folder where it holds pack.yaml, else rules/aws in"
              + " it, else the AWS pack that the program carries.")
  private Path folder;

  @Option(
      names = "--policy-as-of",
      paramLabel = "DATE",
      description =
          "The pack as it was known on this day: without the numbers, clauses, readings, rows and"
              + " rules that became known later. Default: as it stands.")
  private LocalDate knownOn;

  /** Reads the pack's files and prints on {@code err} which pack it is. */
  PackFiles announce(PrintWriter err) {
    return announce(files(), err);
  }

  /** Prints on {@code err} which pack some files are. */
  static PackFiles announce(PackFiles files, PrintWriter err) {
    Pack read = Pack.read(files);
    err.printf(
        "pack %s %s from %s (sha256 %s)%n",
        read.name(), read.version(), files.label(), files.shortHash());
    return files;
  }

  /** Compiles a pack. */
  static RuleBook compile(PackFiles files) {
    return RuleBook.load(files, cache());
  }

  /** The pack without its rules. */
  Pack read() {
    return Pack.read(files());
  }

  /**
   * The folder given, else the one that an earlier run had its pack from.
   *
   * @param earlier how that run named it
   * @param knownThen the day as it was known on which that run had it, or null
   */
  PackFiles files(String earlier, String knownThen) {
    PackFiles files = files(earlier);
    LocalDate known = knownThen == null ? knownOn : LocalDate.parse(knownThen);
    return known == null ? files : KnownPack.on(files, known);
  }

  private PackFiles files(String earlier) {
    Path given = folder == null ? Path.of(earlier) : folder;
    if (folder == null && earlier.equals(CarriedPack.NAME)) {
      return CarriedPack.read();
    }
    if (!Files.isDirectory(given)) {
      throw new UserException(
          "%s: there is no such folder, where the pack was%n  help: name with --pack where it is now"
              .formatted(given));
    }
    return PackFiles.read(given, given.toString());
  }

  private PackFiles files() {
    PackFiles files =
        folder == null ? DefaultPack.read() : PackFiles.read(folder, folder.toString());
    return knownOn == null ? files : KnownPack.on(files, knownOn);
  }

  /** The packs in the given folders; where none is given, the one that is there by default. */
  static List<PackFiles> files(List<Path> folders) {
    return folders.isEmpty()
        ? List.of(DefaultPack.read())
        : folders.stream().map(folder -> PackFiles.read(folder, folder.toString())).toList();
  }

  /** The folders given; where none is given, the one that is there by default. */
  static List<Path> folders(List<Path> given) {
    return given.isEmpty() ? List.of(folder(null)) : given;
  }

  /** The folder given; where none is given, the one that is there by default. */
  static Path folder(Path given) {
    return given == null ? DefaultPack.folder().orElse(Path.of(CarriedPack.FOLDER)) : given;
  }

  /** The user's cache folder, as the XDG base directory specification has it. */
  static RuleCache cache() {
    String home = System.getProperty("user.home");
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches = xdg == null || xdg.isBlank() ? Path.of(home, ".cache") : Path.of(xdg);
    String program = build();
    return program == null ? RuleCache.none() : RuleCache.folder(caches.resolve("certus"), program);
  }

  /** The identity of this build of the program; null where it does not run from a jar. */
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
