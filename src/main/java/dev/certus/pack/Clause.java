package dev.certus.pack;

import java.time.LocalDate;
import java.util.List;

/**
 * A clause of a certification policy.
 *
 * @param id the id that decisions name it by
 * @param title its subject, in a few words
 * @param versions its words, the earliest first; at least one
 */
public record Clause(String id, String title, List<Version> versions) {

  /**
   * The words of a clause from a day on.
   *
   * @param from the first day, or null for always
   * @param until the first day on which they no longer hold, or null for ever
   * @param words the policy's own words, or the pack's where it has none
   * @param source where these words are published
   */
  public record Version(LocalDate from, LocalDate until, String words, String source) {}

  /** Keeps an unmodifiable copy of the list. */
  public Clause {
    versions = List.copyOf(versions);
  }

  /** The clause with the words of a day alone; the nearest ones where none hold on it. */
  public Clause on(LocalDate date) {
    Version on = versions.get(0);
    for (Version version : versions) {
      on = version.from() == null || !date.isBefore(version.from()) ? version : on;
    }
    return new Clause(id, title, List.of(on));
  }

  /** The last words. */
  public String words() {
    return last().words();
  }

  /** Where the last words are published. */
  public String source() {
    return last().source();
  }

  private Version last() {
    return versions.get(versions.size() - 1);
  }
}
