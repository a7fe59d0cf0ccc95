package dev.certus.pack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import dev.certus.problem.PackException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a pack may not have are refused with their names, and not read to their end. */
class PackFilesTest {

  @TempDir private Path folder;

  private Path pack;
  private Path odd;

  @BeforeEach
  void aPack() throws IOException {
    pack = Packs.copy(Packs.FIVE_DAYS, Files.createDirectory(folder.resolve("pack")));
    odd = pack.resolve("odd.drl");
  }

  private void isRefused(String message) {
    assertThatThrownBy(() -> PackFiles.read(pack, "mine"))
        .isInstanceOf(PackException.class)
        .hasMessageStartingWith("mine/odd.drl: " + message);
  }

  @Test
  void aPipeIsRefused() throws Exception {
    new ProcessBuilder("mkfifo", odd.toString()).start().waitFor();
    isRefused("this is no regular file");
  }

  @Test
  void aFolderIsRefused() throws IOException {
    Files.createDirectory(odd);
    isRefused("this is no regular file");
  }

  @Test
  void aLinkOutOfThePackIsRefused() throws IOException {
    Files.createSymbolicLink(odd, Path.of("/dev/zero"));
    isRefused("the file is a link that leads out of the pack");
  }

  @Test
  void aLinkToNothingIsRefused() throws IOException {
    Files.createSymbolicLink(odd, folder.resolve("nowhere"));
    isRefused("cannot be read");
  }

  @Test
  void aFileOfGigabytesIsRefused() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(odd.toFile(), "rw")) {
      file.setLength(5L << 30);
    }
    isRefused("the file is longer than 4 MiB");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Files.write(odd, new byte[] {'a', (byte) 0xff});
    isRefused("the file is not UTF-8 text");
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      Files.createFile(pack.resolve(i + ".drl"));
    }
    assertThatThrownBy(() -> PackFiles.read(pack, "mine"))
        .hasMessageContaining("mine: the pack has more than 1,000 files");
  }

  @Test
  void yamlThatIsNestedTooDeeplyIsRefused() throws IOException {
    Files.writeString(pack.resolve("terms.yaml"), "x: " + "[".repeat(50_000) + "]".repeat(50_000));
    assertThatThrownBy(() -> PackFiles.read(pack, "mine").yaml("terms.yaml"))
        .hasMessageContaining("mine/terms.yaml: the YAML is nested too deeply");
  }
}
