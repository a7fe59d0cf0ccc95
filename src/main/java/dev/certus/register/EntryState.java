package dev.certus.register;

import java.util.Locale;

/** What an entry says of its candidate. */
public enum EntryState {
  /** It has decisions. */
  DECIDED,
  /** Its record was rejected. */
  REJECTED,
  /** The input has no record of it any more. */
  GONE;

  /** As the tables write it: in lower case. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
