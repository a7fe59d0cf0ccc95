package dev.certus.verify;

import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import dev.certus.run.Manifest;
import dev.certus.time.TimeZoneData;
import java.util.function.Supplier;

/** Checks what a run decided by. */
final class PolicyCheck {

  private static final String HELP = "get the pack back as it was, or name where it is now";

  private final Manifest manifest;
  private final Discrepancies findings;

  PolicyCheck(Manifest manifest, Discrepancies findings) {
    this.manifest = manifest;
    this.findings = findings;
  }

  /** The pack as it is now, compiled; null where it is no sound one. */
  RuleBook pack(Supplier<PackFiles> pack, RuleCache cache) {
    Manifest.PackIdentity then = manifest.pack();
    try {
      PackFiles files = pack.get();
      findings.compare(
          "pack",
          files.folder(),
          "the pack is not the one that decided",
          "sha256 " + then.sha256(),
          "sha256 " + files.hash(),
          HELP);
      findings.compare(
          "catalogue",
          files.folder(),
          "the catalogue is not the one that decided",
          "sha256 " + then.catalogueSha256(),
          "sha256 " + files.catalogueHash(),
          HELP);
      return RuleBook.load(files, cache);
    } catch (PackException e) {
      String what = "the pack is not sound, so nothing can be decided again";
      findings.add(
          new Discrepancy(
              "pack", then.folder(), what, "sha256 " + then.sha256(), e.getMessage(), HELP));
      return null;
    }
  }

  /** Checks the rules of time zones. */
  void timeZones() {
    findings.compare(
        "time-zones",
        "Java",
        "the time zone data are not those that decided",
        manifest.timeZones(),
        TimeZoneData.version(),
        "run certus with the Java that decided: " + manifest.java());
  }
}
