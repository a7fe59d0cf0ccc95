package dev.certus.rulebook;

import dev.certus.compile.CompiledRules;
import dev.certus.compile.RuleBytes;
import dev.certus.file.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Keeps compiled rules in a folder, one file for each pack content, program build and Java version.
 * A file that is missing or damaged is rewritten; a folder that cannot be written is no error.
 */
final class FolderCache extends RuleCache {

  private final Path folder;
  private final String program;

  /**
   * A cache.
   *
   * @param folder where to keep the files; created when first needed
   * @param program identifies the build of this program
   */
  FolderCache(Path folder, String program) {
    this.folder = folder;
    this.program = program;
  }

  @Override
  CompiledRules get(String hash, Supplier<CompiledRules> compile) {
    String key = hash + "-" + program + "-" + Runtime.version().feature();
    Path file = folder.resolve(Sha256.hex(key.getBytes(StandardCharsets.UTF_8)) + ".rules");
    CompiledRules kept = read(file);
    if (kept != null) {
      return kept;
    }
    CompiledRules compiled = compile.get();
    write(file, compiled);
    return compiled;
  }

  /** The rules in a file, or null where there is no file, or not a whole one. */
  private static CompiledRules read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String hash = new String(bytes, 0, Sha256.HEX_LENGTH, StandardCharsets.US_ASCII);
      byte[] content = Arrays.copyOfRange(bytes, Sha256.HEX_LENGTH, bytes.length);
      return Sha256.hex(content).equals(hash) ? RuleBytes.read(content) : null;
    } catch (IOException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private void write(Path file, CompiledRules rules) {
    try {
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, "new", ".part");
      byte[] content = RuleBytes.of(rules);
      try (OutputStream out = Files.newOutputStream(aside)) {
        out.write(Sha256.hex(content).getBytes(StandardCharsets.US_ASCII));
        out.write(content);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // The rules are compiled again next time.
    }
  }
}
