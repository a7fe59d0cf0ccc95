package dev.certus.impact;

import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import dev.certus.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the edits between two packs together until each group makes a sound pack by itself, and so
 * do all others without it: a rule that uses a new term comes with the term.
 */
final class EditGroups {

  /** More edits than these are one cause: to try each takes two packs. */
  private static final int MOST = 100;

  private final RuleBook before;
  private final RuleBook after;
  private final PackParts old;
  private final PackParts now;

  EditGroups(RuleBook before, RuleBook after) {
    this.before = before;
    this.after = after;
    this.old = PackParts.of(before.files());
    this.now = PackParts.of(after.files());
  }

  /** The edits. */
  List<PackEdit> edits() {
    return PackEdit.between(old, now);
  }

  /** The groups, in the order of their first edits. */
  List<EditGroup> of(List<PackEdit> edits) {
    if (edits.size() > MOST) {
      return List.of(new EditGroup(edits, after, before));
    }
    List<EditGroup> sound = new ArrayList<>();
    List<PackEdit> open = new ArrayList<>();
    for (PackEdit edit : edits) {
      EditGroup group = group(List.of(edit), edits.size());
      if (group == null) {
        open.add(edit);
      } else {
        sound.add(group);
      }
    }
    if (open.isEmpty()) {
      return sound;
    }
    for (List<PackEdit> mentioned : byMention(open)) {
      EditGroup group = group(mentioned, edits.size());
      if (group == null) {
        return together(edits, open, sound);
      }
      sound.add(group);
    }
    return sound;
  }

  /** All that are unsound alone in one group, or else all edits. */
  private List<EditGroup> together(
      List<PackEdit> edits, List<PackEdit> open, List<EditGroup> sound) {
    EditGroup group = group(open, edits.size());
    if (group == null) {
      return List.of(new EditGroup(edits, after, before));
    }
    List<EditGroup> groups = new ArrayList<>(sound);
    groups.removeIf(one -> open.stream().anyMatch(one.edits()::contains));
    groups.add(group);
    return groups;
  }

  /** Joins edits one of which mentions the other's part. */
  private List<List<PackEdit>> byMention(List<PackEdit> open) {
    List<List<PackEdit>> groups = new ArrayList<>();
    for (PackEdit edit : open) {
      List<PackEdit> joined = new ArrayList<>();
      for (List<PackEdit> group : List.copyOf(groups)) {
        if (group.stream().anyMatch(one -> mentions(one, edit) || mentions(edit, one))) {
          joined.addAll(group);
          groups.remove(group);
        }
      }
      joined.add(edit);
      groups.add(joined);
    }
    return groups;
  }

  private boolean mentions(PackEdit one, PackEdit other) {
    return mentions(old, one, other) || mentions(now, one, other);
  }

  private static boolean mentions(PackParts parts, PackEdit one, PackEdit other) {
    PackPart part = parts.all().get(one.what());
    PackPart named = parts.all().get(other.what());
    return part != null && named != null && part.text().contains(named.name());
  }

  /** A group, or null where some of its packs are unsound. */
  private EditGroup group(List<PackEdit> edits, int all) {
    if (edits.size() == all) {
      return new EditGroup(edits, after, before);
    }
    RuleBook alone = book(before, old, now, edits);
    RuleBook without = alone == null ? null : book(after, now, old, edits);
    return without == null ? null : new EditGroup(edits, alone, without);
  }

  private static RuleBook book(
      RuleBook book, PackParts own, PackParts others, List<PackEdit> edits) {
    Map<String, PackPart> wanted = new LinkedHashMap<>();
    edits.forEach(edit -> edit.put(others, wanted));
    PackFiles files = own.with(wanted);
    try {
      return book.changed(files);
    } catch (PackException e) {
      return null;
    }
  }
}
