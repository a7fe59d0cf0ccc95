package dev.certus.impact;

import dev.certus.problem.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A change of one part of a pack.
 *
 * @param what the part: {@code term retake-wait}
 * @param how what happened to it
 * @param at where it is, in the new pack, or where it was in the old one if it is gone
 */
public record PackEdit(String what, How how, Location at) {

  /** What happens to a part. */
  public enum How {
    /** It is new. */
    ADDED,
    /** It is gone. */
    REMOVED,
    /** It says something else. */
    CHANGED
  }

  /** The edits that lead from one pack to another, in the order of the files. */
  static List<PackEdit> between(PackParts before, PackParts after) {
    Set<String> keys = new LinkedHashSet<>(before.all().keySet());
    keys.addAll(after.all().keySet());
    List<PackEdit> edits = new ArrayList<>();
    for (String key : keys) {
      PackPart was = before.all().get(key);
      PackPart is = after.all().get(key);
      if (was == null) {
        edits.add(new PackEdit(key, How.ADDED, is.at(after.files())));
      } else if (is == null) {
        edits.add(new PackEdit(key, How.REMOVED, was.at(before.files())));
      } else if (!Objects.equals(was.meaning(), is.meaning())) {
        edits.add(new PackEdit(key, How.CHANGED, is.at(after.files())));
      }
    }
    return edits;
  }

  /** Puts the part as another pack has it into a map of wanted parts. */
  void put(PackParts other, Map<String, PackPart> wanted) {
    wanted.put(what, other.all().get(what));
  }
}
