package dev.certus.verify;

import dev.certus.file.FileHash;
import dev.certus.run.Manifest;
import dev.certus.run.SourceMark;
import dev.certus.run.Tally;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks what a run read, and what it came to. */
final class InputCheck {

  private static final String KIND = "input";
  private static final String HELP = "get the input back as it was, or name where it is now";

  private final Manifest manifest;
  private final Discrepancies findings;

  InputCheck(Manifest manifest, Discrepancies findings) {
    this.manifest = manifest;
    this.findings = findings;
  }

  /** Reports that the input cannot be read to its end. */
  void damaged(IOException e) {
    findings.add(
        new Discrepancy(
            KIND,
            manifest.input().name(),
            "it cannot be read on",
            "%,d records".formatted(manifest.input().records()),
            e.getMessage(),
            HELP));
  }

  /** Checks the files that were read. */
  void files(List<FileHash> found) {
    List<FileHash> expected = manifest.input().files();
    findings.compare(
        KIND,
        manifest.input().name(),
        "there are other files than there were",
        expected.size(),
        found.size(),
        HELP);
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      findings.compare(KIND, expected.get(i), found.get(i), HELP);
    }
  }

  /** Checks the records that were read. */
  void records(String input, SourceMark end) {
    findings.compare(
        KIND,
        input,
        "the records are not those that were decided",
        records(manifest.input().records(), manifest.input().recordsSha256()),
        records(end.records(), end.recordsSha256()),
        HELP);
  }

  private static String records(long count, String sha256) {
    return "%,d records, sha256 %s".formatted(count, sha256);
  }

  /** Checks what all records came to. */
  void counts(Tally tally) {
    Manifest.Counts then = manifest.counts();
    count("records decided", then.decided(), tally.decided());
    count("records rejected", then.rejected(), tally.rejected());
    counts("decisions `%s`", then.decisions(), tally.decisions());
    counts("records rejected as `%s`", then.rejections(), tally.rejections());
  }

  private void counts(String what, Map<String, Long> expected, Map<String, Long> found) {
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      count(what.formatted(name), expected.getOrDefault(name, 0L), found.getOrDefault(name, 0L));
    }
  }

  private void count(String what, long expected, long found) {
    findings.compare(
        "counts", "the manifest", "the number of " + what, expected, found, "decide again");
  }
}
