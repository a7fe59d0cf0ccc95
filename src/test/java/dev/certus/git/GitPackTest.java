package dev.certus.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs are read from a repository as they were at a revision. */
class GitPackTest {

  @TempDir private Path folder;
  private Path pack;

  @BeforeEach
  void commitTwice() throws Exception {
    QuietSystem.install();
    pack = Files.createDirectories(folder.resolve("rules/five"));
    Packs.copy(Packs.FIVE_DAYS, pack);
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      commit(git, "first");
      git.tag().setName("v1").setAnnotated(false).call();
      Files.writeString(
          pack.resolve("terms.yaml"), Files.readString(pack.resolve("terms.yaml")) + "# later\n");
      commit(git, "second");
    }
    Files.writeString(pack.resolve("terms.yaml"), "# not committed\n");
  }

  private static void commit(Git git, String message) throws Exception {
    git.add().addFilepattern(".").call();
    git.commit()
        .setMessage(message)
        .setAuthor("a", "a@b")
        .setCommitter("a", "a@b")
        .setSign(false)
        .call();
  }

  @Test
  void aPackIsAsItWasAtEachRevision() {
    PackFiles original = PackFiles.read(Packs.FIVE_DAYS, "five");

    assertThat(GitPack.read("v1:rules/five", folder).texts()).isEqualTo(original.texts());
    assertThat(GitPack.read("HEAD~1:rules/five/", pack).hash()).isEqualTo(original.hash());
    assertThat(GitPack.read("main:rules/five", folder).texts().get("terms.yaml"))
        .endsWith("# later\n");
    assertThat(GitPack.read("v1:rules/five", folder).path("terms.yaml"))
        .isEqualTo("v1:rules/five/terms.yaml");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> GitPack.read("v2:rules/five", folder))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("v2:rules/five: the repository has no revision `v2`");
    assertThatThrownBy(() -> GitPack.read("v1^^^:rules/five", folder))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("has no revision `v1^^^`");
    assertThatThrownBy(() -> GitPack.read("v1:rules/six", folder))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("the revision has no folder `rules/six`");
    assertThatThrownBy(() -> GitPack.read("v1:rules/five", Path.of("/")))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("the working folder is in no Git repository");
  }

  @Test
  void aFolderWithAColonIsAFolder() throws Exception {
    assertThat(GitPack.isRevision("v1:rules/five")).isTrue();
    assertThat(GitPack.isRevision("rules/five")).isFalse();
    Path odd = Files.createDirectory(folder.resolve("odd:name"));
    assertThat(GitPack.isRevision(odd.toString())).isFalse();
  }
}
