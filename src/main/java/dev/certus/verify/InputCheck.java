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

  private final Manifest.Input then;
  private final Discrepancies findings;

  InputCheck(Manifest.Input then, Discrepancies findings) {
    this.then = then;
    this.findings = findings;
  }

  /** Reports that the input cannot be read to its end. */
  void damaged(IOException e) {
    findings.add(
        new Discrepancy(
            KIND,
            then.name(),
            "it cannot be read on",
            "%,d records".formatted(then.records()),
            e.getMessage(),
            HELP));
  }

  /** Checks the files that were read. */
  void files(List<FileHash> found) {
    List<FileHash> expected = then.files();
    findings.compare(
        KIND,
        then.name(),
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
        records(then.records(), then.recordsSha256()),
        records(end.records(), end.recordsSha256()),
        HELP);
  }

  private static String records(long count, String sha256) {
    return "%,d records, sha256 %s".formatted(count, sha256);
  }

  /** Checks what all records came to. */
  void counts(Manifest.Counts expected, Tally tally) {
    count("records decided", expected.decided(), tally.decided());
    count("records rejected", expected.rejected(), tally.rejected());
    counts("decisions `%s`", expected.decisions(), tally.decisions());
    counts("records rejected as `%s`", expected.rejections(), tally.rejections());
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
