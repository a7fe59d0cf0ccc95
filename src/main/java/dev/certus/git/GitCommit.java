package dev.certus.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Commits texts of a folder on a branch of its own, and leaves the work tree and HEAD alone. */
public final class GitCommit {

  private GitCommit() {}

  /**
   * Commits texts on top of HEAD.
   *
   * @param folder a folder of the repository's work tree
   * @param texts the texts by file name, from the folder; null for a file that is gone
   * @param branch the name of the branch, which is new
   * @param message why
   * @param who the author's name
   * @return the branch; null where the folder is in no repository, or that has no commit yet
   * @throws IOException where the branch exists, or the repository cannot be written
   */
  public static String on(
      Path folder, Map<String, String> texts, String branch, String message, String who, Instant at)
      throws IOException {
    QuietSystem.install();
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().setMustExist(true).findGitDir(folder.toAbsolutePath().toFile());
    if (builder.getGitDir() == null) {
      return null;
    }
    try (Repository repository = builder.build();
        ObjectInserter inserter = repository.newObjectInserter();
        RevWalk walk = new RevWalk(repository)) {
      ObjectId head = repository.resolve(Constants.HEAD);
      if (head == null || repository.isBare()) {
        return null;
      }
      String prefix = prefix(repository, folder);
      ObjectId tree = tree(repository, inserter, walk.parseCommit(head).getTree(), prefix, texts);
      CommitBuilder commit = new CommitBuilder();
      PersonIdent author = new PersonIdent(who, "", at, ZoneOffset.UTC);
      commit.setTreeId(tree);
      commit.setParentId(head);
      commit.setAuthor(author);
      commit.setCommitter(author);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = repository.updateRef(Constants.R_HEADS + branch);
      update.setExpectedOldObjectId(ObjectId.zeroId());
      update.setNewObjectId(id);
      RefUpdate.Result result = update.update();
      if (result != RefUpdate.Result.NEW) {
        throw new IOException("the branch %s cannot be made: %s".formatted(branch, result));
      }
      return branch;
    }
  }

  /** The path of the folder in the repository, with a slash at its end; empty at the root. */
  private static String prefix(Repository repository, Path folder) throws IOException {
    Path root = repository.getWorkTree().toPath().toRealPath();
    String path = root.relativize(folder.toRealPath()).toString().replace('\\', '/');
    return path.isEmpty() ? "" : path + "/";
  }

  private static ObjectId tree(
      Repository repository,
      ObjectInserter inserter,
      ObjectId head,
      String prefix,
      Map<String, String> texts)
      throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder all = index.builder();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(head);
      walk.setRecursive(true);
      while (walk.next()) {
        DirCacheEntry entry = new DirCacheEntry(walk.getPathString());
        entry.setFileMode(walk.getFileMode());
        entry.setObjectId(walk.getObjectId(0));
        all.add(entry);
      }
    }
    all.finish();
    DirCacheEditor editor = index.editor();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      editor.add(edit(inserter, prefix + text.getKey(), text.getValue()));
    }
    editor.finish();
    return index.writeTree(inserter);
  }

  private static DirCacheEditor.PathEdit edit(ObjectInserter inserter, String path, String text)
      throws IOException {
    if (text == null) {
      return new DirCacheEditor.DeletePath(path);
    }
    ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    return new DirCacheEditor.PathEdit(path) {
      @Override
      public void apply(DirCacheEntry entry) {
        if (entry.getRawMode() == 0) {
          entry.setFileMode(FileMode.REGULAR_FILE);
        }
        entry.setObjectId(blob);
      }
    };
  }
}
