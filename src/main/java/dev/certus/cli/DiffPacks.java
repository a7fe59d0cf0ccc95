package dev.certus.cli;

import dev.certus.git.GitPack;
import dev.certus.pack.PackFiles;
import dev.certus.rulebook.KnownPack;
import dev.certus.rulebook.RuleBook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packs that are compared, by their names on the command line. */
final class DiffPacks {

  private static final Pattern DATED = Pattern.compile("(.+)@(\\d{4}-\\d{2}-\\d{2})");

  private DiffPacks() {}

  /** A pack: a folder or REV:FOLDER, as it was known on a day where {@code @DATE} follows. */
  static RuleBook book(String name, PrintWriter err) {
    Matcher dated = DATED.matcher(name);
    PackFiles files = dated.matches() ? files(dated.group(1)) : files(name);
    if (dated.matches()) {
      files = KnownPack.on(files, date(dated.group(2)));
    }
    return PackOption.compile(PackOption.announce(files, err));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new UserException(
          "`@%s` is no date%n  help: write the day as @2026-11-23".formatted(text));
    }
  }

  private static PackFiles files(String name) {
    return GitPack.isRevision(name)
        ? GitPack.read(name, Path.of(""))
        : PackFiles.read(Path.of(name), name);
  }
}
