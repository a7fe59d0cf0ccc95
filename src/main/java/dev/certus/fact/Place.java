package dev.certus.fact;

import dev.certus.time.Day;
import java.time.LocalDate;

/**
 * A place in the order in which a candidate's events count: by local date, then the early ones of a
 * date before its late ones, then by the rank of the fact.
 *
 * @param date the local date
 * @param late whether it comes after the early events of its date
 * @param rank the rank of the record's fact
 */
public record Place(LocalDate date, boolean late, int rank) implements Comparable<Place> {

  /** Among the first events of its day. */
  public static Place early(Day day, int rank) {
    return new Place(day.date(), false, rank);
  }

  /** After the early events of its day. */
  public static Place late(Day day, int rank) {
    return new Place(day.date(), true, rank);
  }

  @Override
  public int compareTo(Place other) {
    int byDate = date.compareTo(other.date);
    if (byDate != 0) {
      return byDate;
    }
    return late == other.late
        ? Integer.compare(rank, other.rank)
        : Boolean.compare(late, other.late);
  }
}
