package dev.certus.workbench;

import dev.certus.scenario.PackTexts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The edits of a pack that are not released yet. Everyone who works on the pack shares them. An
 * edit is in the journal before it counts, so that none is lost in a crash. Thread-safe.
 */
public final class PackDraft implements Closeable {

  /**
   * A file that is edited.
   *
   * @param base its text in the pack when it was first edited; empty where there was no such file
   * @param text its text; empty where it is to go
   * @param revision the number of the change that made it so
   * @param who who made that change
   */
  public record File(String base, String text, long revision, String who) {}

  private final Supplier<PackTexts> pack;
  private final InstantSource clock;
  private final Journal journal;
  private final SortedMap<String, File> files = new TreeMap<>();
  private final Deque<Change> undoable = new ArrayDeque<>();
  private long revision;

  /**
   * Opens the draft of a pack as it was left.
   *
   * @param pack reads the pack's texts as they are now
   * @param journal the file that keeps the changes
   * @throws IOException where the journal cannot be read, or another process has it
   */
  public PackDraft(Supplier<PackTexts> pack, Path journal, InstantSource clock) throws IOException {
    this.pack = pack;
    this.clock = clock;
    this.journal = Journal.open(journal);
    this.journal.changes().forEach(this::apply);
  }

  private void apply(Change change) {
    revision = change.revision();
    if (change.ends()) {
      files.clear();
      undoable.clear();
      return;
    }
    File before = files.get(change.file());
    String base = before == null ? change.base() : before.base();
    String text = change.splice().applied(before == null ? base : before.text());
    if (text.equals(base)) {
      files.remove(change.file());
    } else {
      files.put(change.file(), new File(base, text, revision, change.who()));
    }
    if (change.kind() == Change.Kind.EDIT) {
      undoable.push(change);
    } else {
      undoable.pop();
    }
  }

  private void add(Change.Kind kind, String who, String file, Splice splice, String note)
      throws IOException {
    String base = file == null || files.containsKey(file) ? null : saved(file);
    Change change = new Change(revision + 1, clock.instant(), who, kind, file, base, splice, note);
    journal.add(change);
    apply(change);
  }

  /**
   * Changes a file.
   *
   * @param who who changes it
   * @param file the file's name, as in {@link PackTexts#all}
   * @param seen the revision of the draft that the new text was made from
   * @param text the new text; empty where the file is to go
   * @throws ConflictException where someone has changed the file since that revision
   * @throws IOException where the journal cannot be written; nothing has changed then
   */
  public synchronized void edit(String who, String file, long seen, String text)
      throws IOException, ConflictException {
    File now = files.get(file);
    if (now != null && now.revision() > seen) {
      throw new ConflictException(file, now.who());
    }
    String before = now == null ? saved(file) : now.text();
    if (!before.equals(text)) {
      add(Change.Kind.EDIT, who, file, Splice.between(before, text), null);
    }
  }

  /** The file's text in the pack; empty where there is none. */
  private String saved(String file) {
    return pack.get().all().getOrDefault(file, "");
  }

  /**
   * Takes the last edit back, whoever made it.
   *
   * @return the file that it changed, or null where there is no edit
   * @throws ConflictException where the pack has another text of the file than that edit made
   * @throws IOException where the journal cannot be written
   */
  public synchronized String undo(String who) throws IOException, ConflictException {
    Change last = undoable.peek();
    if (last == null) {
      return null;
    }
    try {
      add(Change.Kind.UNDO, who, last.file(), last.splice().reversed(), null);
    } catch (IllegalArgumentException e) {
      throw new ConflictException(last.file(), "someone in the folder");
    }
    return last.file();
  }

  /**
   * Drops all edits.
   *
   * @throws IOException where the journal cannot be written
   */
  public synchronized void discard(String who) throws IOException {
    if (!undoable.isEmpty()) {
      add(Change.Kind.DISCARD, who, null, null, null);
    }
  }

  /**
   * Notes that the edits are in the pack now.
   *
   * @param note what the journal says of it, such as the pack's hash
   * @throws IOException where the journal cannot be written
   */
  public synchronized void released(String who, String note) throws IOException {
    add(Change.Kind.RELEASE, who, null, null, note);
  }

  /** The number of the last change. */
  public synchronized long revision() {
    return revision;
  }

  /** Whether there is an edit that can be taken back. */
  public synchronized boolean canUndo() {
    return !undoable.isEmpty();
  }

  /** The files that differ from the pack as it was when they were first edited. */
  public synchronized SortedMap<String, File> files() {
    return new TreeMap<>(files);
  }

  /** The edited files that the pack has with another text than the edits began with. */
  public synchronized List<String> overtaken() {
    Map<String, String> now = pack.get().all();
    List<String> overtaken = new ArrayList<>();
    files.forEach(
        (name, file) -> {
          if (!now.getOrDefault(name, "").equals(file.base())) {
            overtaken.add(name);
          }
        });
    return overtaken;
  }

  /** The pack's texts with the edits. */
  public synchronized PackTexts texts() {
    PackTexts texts = pack.get();
    for (Map.Entry<String, File> file : files.entrySet()) {
      String text = file.getValue().text();
      texts = texts.with(file.getKey(), text.isEmpty() ? null : text);
    }
    return texts;
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
  }
}
