package dev.certus.cli;

import dev.certus.impact.ComparisonManifest;
import dev.certus.problem.Count;
import dev.certus.run.Manifest;
import dev.certus.verify.Discrepancy;
import dev.certus.verify.VerificationReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The formats of a verification report. */
enum VerifyFormat {
  /** For people. */
  HUMAN {
    @Override
    String text(Subject subject, VerificationReport report) {
      StringBuilder text = new StringBuilder();
      report.notes().forEach(note -> text.append("note: ").append(note).append('\n'));
      report.findings().forEach(finding -> append(text, finding));
      text.append(subject.name())
          .append(
              report.holds()
                  ? " follows from " + subject.origin()
                  : " does not follow from its inputs")
          .append(
              "; %,d of %s decided again%s\n"
                  .formatted(
                      report.decidedAgain(),
                      Count.of(subject.records(), "record"),
                      report.seed() == null ? "" : " (--seed %d)".formatted(report.seed())));
      return text.toString();
    }

    private static void append(StringBuilder text, Discrepancy finding) {
      text.append(finding.where())
          .append(finding.where().endsWith(":") ? " " : ": ")
          .append(finding.what())
          .append(" [")
          .append(finding.kind())
          .append("]\n  expected ")
          .append(finding.expected())
          .append("\n  found    ")
          .append(finding.found())
          .append("\n  help: ")
          .append(help(finding))
          .append('\n');
    }
  },
  /** For programs: one JSON object. */
  JSON {
    @Override
    String text(Subject subject, VerificationReport report) {
      ObjectNode json = new JsonMapper().createObjectNode();
      json.put("holds", report.holds());
      json.put("output", subject.name());
      json.put("records", subject.records());
      json.put("decidedAgain", report.decidedAgain());
      json.put("seed", report.seed());
      ArrayNode findings = json.putArray("findings");
      for (Discrepancy finding : report.findings()) {
        findings
            .addObject()
            .put("kind", finding.kind())
            .put("where", finding.where())
            .put("message", finding.what())
            .put("expected", finding.expected())
            .put("found", finding.found())
            .put("help", help(finding));
      }
      report.notes().forEach(json.putArray("notes")::add);
      return json + "\n";
    }
  };

  /** What to do, with the option that names where something is now. */
  private static String help(Discrepancy finding) {
    String option = finding.kind().equals("input") ? "--input" : "--pack";
    return finding
        .help()
        .replace("name where it is now", "name with " + option + " where it is now");
  }

  /**
   * What is verified.
   *
   * @param name the output
   * @param origin what it follows from: input, policy and instant
   * @param records how many records the input had
   */
  record Subject(String name, String origin, long records) {

    static Subject of(Manifest manifest) {
      return new Subject(
          manifest.output().name(),
          "%s by pack %s %s as of %s"
              .formatted(
                  manifest.input().name(),
                  manifest.pack().name(),
                  manifest.pack().version(),
                  manifest.asOf()),
          manifest.input().records());
    }

    static Subject of(ComparisonManifest manifest) {
      return new Subject(
          manifest.report().name(),
          "%s by packs %s and %s as of %s"
              .formatted(
                  manifest.input().name(),
                  manifest.before().name(),
                  manifest.after().name(),
                  manifest.asOf()),
          manifest.input().records());
    }
  }

  abstract String text(Subject subject, VerificationReport report);
}
