package dev.certus.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.pack.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release as a commit: on a branch of its own, and nothing else changes. */
class GitCommitTest {

  private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

  @TempDir Path folder;

  private Path pack() throws Exception {
    Path pack = Files.createDirectories(folder.resolve("rules/mine"));
    Files.writeString(pack.resolve("terms.yaml"), "wait: 14\n");
    Files.writeString(pack.resolve("old.drl"), "package mine\n");
    Files.writeString(folder.resolve("README"), "other\n");
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("begin")
          .setAuthor(new PersonIdent("a", "b"))
          .setCommitter(new PersonIdent("a", "b"))
          .setSign(false)
          .call();
    }
    return pack;
  }

  private static Map<String, String> edits() {
    Map<String, String> edits = new LinkedHashMap<>();
    edits.put("terms.yaml", "wait: 21\n");
    edits.put("old.drl", null);
    edits.put("scenarios/new.yaml", "[]\n");
    return edits;
  }

  @Test
  void commitsOnABranchAndLeavesHeadAndFilesAlone() throws Exception {
    Path pack = pack();
    try (Git git = Git.open(folder.toFile())) {
      String head = git.getRepository().resolve("HEAD").name();
      assertThat(GitCommit.on(pack, edits(), "policy/mine-1", "21 days\n", "Ann", AT))
          .isEqualTo("policy/mine-1");
      assertThat(git.getRepository().resolve("HEAD").name()).isEqualTo(head);
      assertThat(git.status().call().isClean()).isTrue();
      try (RevWalk walk = new RevWalk(git.getRepository())) {
        RevCommit commit = walk.parseCommit(git.getRepository().resolve("policy/mine-1"));
        assertThat(commit.getAuthorIdent().getName()).isEqualTo("Ann");
        assertThat(commit.getFullMessage()).isEqualTo("21 days\n");
        assertThat(commit.getParent(0).name()).isEqualTo(head);
      }
    }
    PackFiles committed = GitPack.read("policy/mine-1:rules/mine", folder);
    assertThat(committed.texts()).containsOnlyKeys("terms.yaml");
    assertThat(committed.texts()).containsEntry("terms.yaml", "wait: 21\n");
  }

  @Test
  void makesNoBranchTwice() throws Exception {
    Path pack = pack();
    GitCommit.on(pack, edits(), "policy/mine-1", "a", "Ann", AT);
    assertThatThrownBy(() -> GitCommit.on(pack, edits(), "policy/mine-1", "b", "Ann", AT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("policy/mine-1");
  }

  @Test
  void doesNothingOutsideOfARepository() throws Exception {
    assertThat(GitCommit.on(folder, edits(), "policy/mine-1", "a", "Ann", AT)).isNull();
  }
}
