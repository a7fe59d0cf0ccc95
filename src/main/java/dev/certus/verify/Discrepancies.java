package dev.certus.verify;

import dev.certus.file.FileHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Gathers findings: the first of each kind and place. */
final class Discrepancies {

  private final List<Discrepancy> all = new ArrayList<>();

  /** Adds a finding, if it is one. */
  void add(Discrepancy finding) {
    if (finding != null) {
      all.add(finding);
    }
  }

  /** Adds a finding where two values differ. */
  void compare(String kind, String where, String what, Object expected, Object found, String help) {
    if (!Objects.equals(expected, found)) {
      all.add(
          new Discrepancy(
              kind, where, what, String.valueOf(expected), String.valueOf(found), help));
    }
  }

  /** Adds a finding where a content is not what it was. */
  void compare(String kind, FileHash expected, FileHash found, String help) {
    compare(kind, found.name(), "it is not what it was", content(expected), content(found), help);
  }

  private static String content(FileHash hash) {
    return "%,d bytes, sha256 %s".formatted(hash.bytes(), hash.sha256());
  }

  List<Discrepancy> all() {
    return List.copyOf(all);
  }
}
