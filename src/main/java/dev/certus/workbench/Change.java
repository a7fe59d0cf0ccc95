package dev.certus.workbench;

import java.time.Instant;

/**
 * A change of a draft, as its journal keeps it.
 *
 * @param revision the number of the change, from 1
 * @param at when it was made
 * @param who who made it
 * @param kind what it was
 * @param file the file that changed; null where the change is of the whole draft
 * @param base the file's text in the pack, where this is its first change; else null
 * @param splice how its text changed; null where the change is of the whole draft
 * @param note what else is to be known, or null
 */
record Change(
    long revision,
    Instant at,
    String who,
    Kind kind,
    String file,
    String base,
    Splice splice,
    String note) {

  /** What a change can be. */
  enum Kind {
    /** A text was edited. */
    EDIT,
    /** The edit before that was not undone was taken back. */
    UNDO,
    /** All edits were dropped. */
    DISCARD,
    /** The edits were released into the pack. */
    RELEASE
  }

  /** Whether no edit before it counts any more. */
  boolean ends() {
    return kind == Kind.DISCARD || kind == Kind.RELEASE;
  }
}
