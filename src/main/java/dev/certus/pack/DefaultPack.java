package dev.certus.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pack that decides where you name none: the one in the working folder, else {@code rules/aws}
 * below it, else the one that the program carries.
 */
public final class DefaultPack {

  private DefaultPack() {}

  /** The folder of the pack; empty where the working folder has none. */
  public static Optional<Path> folder() {
    return Stream.of(Path.of("."), Path.of(CarriedPack.FOLDER))
        .filter(folder -> Files.isRegularFile(folder.resolve("pack.yaml")))
        .findFirst();
  }

  /** Reads the pack's files. */
  public static PackFiles read() {
    return folder()
        .map(folder -> PackFiles.read(folder, folder.toString()))
        .orElseGet(CarriedPack::read);
  }
}
