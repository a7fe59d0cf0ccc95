package dev.certus.bench;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites a pack's rules to join the catalogue as facts, where the pack's own have facts that
 * carry their exam: nothing else changes.
 */
public final class TextbookRules {

  private static final Map<Pattern, String> JOINS =
      Map.of(
          Pattern.compile("(\\$\\w+ : )?(Attempt|Appointment)\\(([^\"]*?)\\$exam : exam != null"),
          "\\$exam : Exam( \\$code : code )\n    $1$2($3code == \\$code, exam == \\$exam",
          Pattern.compile("Exam\\( \\) from \\$exam\\.sharingGuide"),
          "Exam( guide == \\$exam.guide )",
          Pattern.compile("Renewal\\( (.*?) \\) from \\$exam\\.renewals"),
          "RenewalRow( exam == \\$exam, $1 )",
          Pattern.compile("(?s)Renewer\\( (.*?) \\) from \\$certification\\.renewers"),
          "RenewerRow( renewed == \\$certification, $1 )");

  private TextbookRules() {}

  /** The rewritten text of a DRL file. */
  public static String rewrite(String drl) {
    String rewritten = drl;
    for (Map.Entry<Pattern, String> join : JOINS.entrySet()) {
      Matcher matcher = join.getKey().matcher(rewritten);
      rewritten = matcher.replaceAll(join.getValue());
    }
    // An attempt at an unknown exam must not be asked for the level of none.
    rewritten =
        rewritten.replace("\"passing-score\", exam.level", "\"passing-score\", $exam.level");
    rewritten = rewritten.replace("exam == $exam, exam.beta", "exam == $exam, $exam.beta");
    // Drools itself knows no phase.
    rewritten = rewritten.replaceAll("@phase\\( (\"\\w+\") \\)", "agenda-group $1");
    return rewritten.replace(
        "import dev.certus.pack.Renewer\n",
        "import dev.certus.pack.Renewer\n"
            + "import dev.certus.bench.RenewalRow\nimport dev.certus.bench.RenewerRow\n");
  }
}
