package dev.certus.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpillFolderTest {

  @Test
  void deletesItselfAndWhatAKilledProcessLeftAndNothingElse() throws IOException {
    Path left = Files.createTempDirectory("certus-spill-");
    Files.writeString(left.resolve("lock"), "");
    Files.writeString(left.resolve("spilled"), "x");

    SpillFolder folder = SpillFolder.create();

    assertThat(left).doesNotExist();
    assertThat(folder.path()).exists();
    folder.close();
    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void keepsItsFolderFromOtherProcesses() throws Exception {
    try (SpillFolder own = SpillFolder.create();
        SpillFolder another = SpillFolder.create()) {
      System.gc(); // a forgotten channel on the lock's file would let go of the lock here
      Process sweeper =
          new ProcessBuilder(
                  "java", "-cp", System.getProperty("java.class.path"), Sweeper.class.getName())
              .inheritIO()
              .start();

      assertThat(sweeper.waitFor()).isZero();
      assertThat(own.path()).exists();
      assertThat(another.path()).exists();
    }
  }

  /** Makes a folder of its own, and deletes those that were left. */
  static final class Sweeper {

    private Sweeper() {}

    public static void main(String[] arguments) throws IOException {
      SpillFolder.create().close();
    }
  }
}
