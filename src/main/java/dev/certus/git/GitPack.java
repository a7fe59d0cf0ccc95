package dev.certus.git;

import dev.certus.file.SpillFolder;
import dev.certus.pack.PackFiles;
import dev.certus.pack.PackText;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a pack at a revision of the repository that a folder is in. */
public final class GitPack {

  private GitPack() {}

  /** Whether a name is {@code REV:FOLDER}, and not a folder. */
  public static boolean isRevision(String name) {
    return name.indexOf(':') > 0 && !Files.isDirectory(Path.of(name));
  }

  /**
   * Reads a pack.
   *
   * @param name {@code REV:FOLDER}: a revision as Git names it, and a folder from the repository's
   *     root
   * @param within a folder of the repository
   * @throws PackException where there is no such repository, revision or folder
   */
  public static PackFiles read(String name, Path within) {
    String revision = name.substring(0, name.indexOf(':'));
    String folder = name.substring(name.indexOf(':') + 1).replaceFirst("/+$", "");
    QuietSystem.install();
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().setMustExist(true).findGitDir(within.toAbsolutePath().toFile());
    if (builder.getGitDir() == null) {
      throw new PackException(
          Location.of(name),
          "the working folder is in no Git repository",
          "call certus in the repository, or name a folder");
    }
    try (Repository repository = builder.build();
        SpillFolder copy = SpillFolder.create()) {
      Path pack = Files.createDirectory(copy.path().resolve("pack"));
      copy(repository, tree(repository, name, revision), folder, pack, name);
      return PackFiles.read(pack, name);
    } catch (IOException e) {
      throw new PackException(Location.of(name), "Git cannot read it: " + e.getMessage(), null);
    }
  }

  private static ObjectId tree(Repository repository, String name, String revision)
      throws IOException {
    ObjectId commit = null;
    try {
      commit = repository.resolve(revision + "^{commit}");
    } catch (RevisionSyntaxException e) {
      // reported below
    }
    if (commit == null) {
      throw new PackException(
          Location.of(name),
          "the repository has no revision `%s`".formatted(revision),
          "name a commit, a branch or a tag; git log shows them");
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(commit).getTree();
    }
  }

  private static void copy(
      Repository repository, ObjectId tree, String folder, Path pack, String name)
      throws IOException {
    ObjectId within = tree;
    if (!folder.isEmpty() && !folder.equals(".")) {
      try (TreeWalk found = TreeWalk.forPath(repository, folder, tree)) {
        if (found == null || !found.getFileMode().equals(FileMode.TREE)) {
          throw new PackException(
              Location.of(name),
              "the revision has no folder `%s`".formatted(folder),
              "name it from the repository's root");
        }
        within = found.getObjectId(0);
      }
    }
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(within);
      while (walk.next()) {
        if ((walk.getFileMode().getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
          copy(repository, walk, pack);
        }
      }
    }
  }

  private static void copy(Repository repository, TreeWalk file, Path pack) throws IOException {
    // One byte more than a file may have: whoever reads the copy refuses it.
    try (InputStream blob = repository.open(file.getObjectId(0), Constants.OBJ_BLOB).openStream()) {
      Files.write(pack.resolve(file.getNameString()), blob.readNBytes(PackText.LONGEST + 1));
    }
  }
}
