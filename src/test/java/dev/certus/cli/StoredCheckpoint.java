package dev.certus.cli;

/** The checkpoint of a run into PostgreSQL. */
final class StoredCheckpoint {

  private StoredCheckpoint() {}

  /** What tells it from another; empty where there is none. */
  static String of(Database database) {
    boolean kept = database.value("SELECT to_regclass('decisions_checkpoint')") != null;
    try {
      return kept ? database.value("SELECT coalesce(max(json), '') FROM decisions_checkpoint") : "";
    } catch (IllegalStateException e) {
      return "gone"; // the run has ended meanwhile
    }
  }
}
