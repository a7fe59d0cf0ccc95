package dev.certus.record;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything known about one candidate.
 *
 * @param shape the fields and lists that the record can have
 * @param candidateId the candidate's id
 * @param zone the candidate's home zone, or null for UTC
 * @param more the further fields of the candidate
 * @param lists the facts of each list of the shape, in the order of its lists; the facts of a list
 *     are in any order
 */
public record CandidateRecord(
    RecordShape shape,
    String candidateId,
    ZoneId zone,
    RecordEntry more,
    List<List<RecordEntry>> lists) {

  /** Keeps an unmodifiable copy of the lists. */
  public CandidateRecord {
    lists = lists.stream().map(List::copyOf).toList();
  }

  /** The candidate's home zone, which is UTC where the record names none. */
  public ZoneId home() {
    return zone == null ? ZoneOffset.UTC : zone;
  }

  /** The same record in another shape: without what that lacks, and with its defaults. */
  public CandidateRecord as(RecordShape other) {
    if (shape.equals(other)) {
      return this;
    }
    List<List<RecordEntry>> all = new ArrayList<>();
    for (RecordList list : other.lists()) {
      all.add(list(list.name()).stream().map(entry -> entry.as(list.item())).toList());
    }
    return new CandidateRecord(other, candidateId, zone, more.as(other.candidate()), all);
  }

  /** The facts of a list; none where the shape has no such list. */
  public List<RecordEntry> list(String name) {
    for (int i = 0; i < lists.size(); i++) {
      if (shape.lists().get(i).name().equals(name)) {
        return lists.get(i);
      }
    }
    return List.of();
  }

  /** The zone that governs a fact: its own, else that of its list, else the candidate's. */
  public ZoneId zone(RecordList list, RecordEntry fact) {
    ZoneId own = fact.zone();
    return own != null ? own : list.zone() != null ? list.zone() : home();
  }
}
