package dev.certus.record;

import java.time.ZoneId;
import java.util.List;

/**
 * A list of a record: facts of one kind.
 *
 * @param name its name in JSON, and that of its table
 * @param item the fields of each fact
 * @param description what its facts are, in one sentence
 * @param happens the field that says when a fact happens, an instant or a day; null where facts do
 *     not belong to a time
 * @param ahead whether a fact counts that is still to happen as of the instant decided for
 * @param zone the zone of all its facts, or null where each has its own or the candidate's
 * @param known how far a fact is known before all of it is, or null where it is known at once
 * @param needs fields of which at least one must be there; none where it is empty
 * @param says the sentence about a fact, with its fields in braces
 * @param called the name of a fact within a sentence
 */
public record RecordList(
    String name,
    RecordObject item,
    String description,
    String happens,
    boolean ahead,
    ZoneId zone,
    Known known,
    List<String> needs,
    String says,
    String called) {

  /**
   * A value that becomes known later than its fact.
   *
   * @param at the field that says when, an instant
   * @param hides the field that is not known before
   * @param as the word that stands in its place until then
   */
  public record Known(String at, String hides, String as) {}

  /** Keeps an unmodifiable copy of the list. */
  public RecordList {
    needs = List.copyOf(needs);
  }

  /** Whether its facts belong to a time. */
  public boolean isDated() {
    return happens != null;
  }

  /** The same list with other fields. */
  RecordList with(RecordObject other) {
    return new RecordList(
        name, other, description, happens, ahead, zone, known, needs, says, called);
  }
}
