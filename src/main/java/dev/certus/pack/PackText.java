package dev.certus.pack;

import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files of a pack, however odd they are: a pipe or a device could be read for ever. */
public final class PackText {

  /** The longest file that a pack may have, in bytes: some thousand rules. */
  public static final int LONGEST = 4 << 20;

  private PackText() {}

  /**
   * The text of a file.
   *
   * @param file the file
   * @param pack the folder that it must lie in, where links lead
   * @param name how messages name the file
   * @throws PackException where it is no regular file within the pack, is longer than {@value
   *     #LONGEST} bytes, is not UTF-8, or cannot be read
   */
  public static String read(Path file, Path pack, String name) {
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(pack.toRealPath())) {
        throw fault(name, "the file is a link that leads out of the pack", "copy what it leads to");
      }
      if (!Files.isRegularFile(real)) {
        throw fault(name, "this is no regular file", "remove it from the pack");
      }
      try (InputStream in = Files.newInputStream(real)) {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
          throw fault(name, "the file is longer than 4 MiB", "split it");
        }
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      }
    } catch (CharacterCodingException e) {
      throw fault(name, "the file is not UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      throw fault(name, "cannot be read: " + e.getMessage(), null);
    }
  }

  private static PackException fault(String name, String message, String help) {
    return new PackException(Location.of(name), message, help);
  }
}
