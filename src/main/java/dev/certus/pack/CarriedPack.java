package dev.certus.pack;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/** The pack that the program carries, in its jar or beside its classes. */
public final class CarriedPack {

  /** Where it lies in the program; the same as in the project. */
  public static final String FOLDER = "rules/aws";

  /** How messages and manifests name it. */
  public static final String NAME = FOLDER + " in the program";

  private CarriedPack() {}

  /** Reads the pack's files. */
  public static PackFiles read() {
    URL pack = CarriedPack.class.getResource("/" + FOLDER + "/pack.yaml");
    try {
      URI uri = pack.toURI();
      if (!uri.getScheme().equals("jar")) {
        return PackFiles.read(Path.of(uri).getParent(), NAME);
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return PackFiles.read(jar.getPath("/" + FOLDER), NAME);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the pack that the program carries cannot be read", e);
    }
  }
}
