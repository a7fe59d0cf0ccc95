package dev.certus.run;

/** What must be the same for a run to resume from the checkpoint of another. */
public enum RunSetting {
  AS_OF("the instant"),
  PACK("the pack"),
  PROGRAM("the program"),
  TIME_ZONES("the time zone data"),
  INPUT("the input"),
  TABLES("the places of tables"),
  REJECTED("the file of rejected records"),
  FORMAT("the format"),
  CHECKPOINT_EVERY("the number of records between checkpoints");

  private final String words;

  RunSetting(String words) {
    this.words = words;
  }

  /** The setting in words. */
  @Override
  public String toString() {
    return words;
  }
}
