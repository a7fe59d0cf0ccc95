package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import dev.certus.file.FileHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of comparisons, and what is checked of them later. */
class DiffIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";

  @TempDir private Path folder;

  @BeforeEach
  void twoPacksAndRecords() throws IOException {
    for (String pack : new String[] {"old", "new"}) {
      Packs.copy(Packs.AWS, Files.createDirectory(folder.resolve(pack)));
    }
    Packs.change(
        folder.resolve("new/terms.yaml"),
        "- value: 14\n",
        "- value: 14\n    - {from: 2026-10-01, value: 21, known: 2026-11-20}\n");
    certus(folder, "generate", "150", AS_OF, "--output=./in.jsonl");
  }

  /** A comparison that keeps checkpoints; in sessions, so that a kill meets it at work. */
  private static final List<String> CHECKPOINTED =
      List.of(
          "diff",
          "old",
          "new",
          "in.jsonl",
          AS_OF,
          "--output=report",
          "--engine=session",
          "--checkpoint",
          "--checkpoint-every=100");

  private Result diff(String report, String... more) {
    String[] arguments = {"diff", "./old", "./new", "./in.jsonl", AS_OF, "--output=./" + report};
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return certus(folder, all);
  }

  private Result verify(String report) {
    return certus(folder, "verify", "./" + report + ".manifest.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "html"})
  void aReportFollowsUntilItIsChanged(String format) throws IOException {
    Result diff = diff("report", "--format=" + format, "--fail-if=changed > 100000");
    assertThat(diff.exit()).as(diff.err()).isZero();

    Result holds = verify("report");
    assertThat(holds.exit()).as(holds.out() + holds.err()).isZero();
    assertThat(holds.out()).contains("report follows from in.jsonl by packs old and new as of");

    Packs.append(folder.resolve("report"), " ");
    Result changed = verify("report");
    assertThat(changed.exit()).isEqualTo(1);
    assertThat(changed.out()).contains("it is not what it was", "report does not follow");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in.jsonl       | the records are not those that were decided
          new/fees.drl   | the pack is not the one that was compared
          """)
  void aChangeOfWhatWasComparedIsFound(String file, String finding) throws IOException {
    diff("report");
    Packs.append(folder.resolve(file), file.endsWith("jsonl") ? "{\"candidateId\":\"X\"}\n" : "\n");

    Result changed = verify("report");

    assertThat(changed.exit()).isEqualTo(1);
    assertThat(changed.out()).contains(finding);
  }

  @Test
  void aForgedReportWithItsHashIsFoundByComparingAgain() throws IOException {
    diff("report");
    Path report = folder.resolve("report");
    Files.writeString(report, Files.readString(report).replaceFirst("changed", "touched"));
    Path manifest = folder.resolve("report.manifest.json");
    String json = Files.readString(manifest);
    String hash = FileHash.of(report).sha256();
    int at = json.lastIndexOf("\"sha256\" : \"") + "\"sha256\" : \"".length();
    Files.writeString(manifest, json.substring(0, at) + hash + json.substring(at + hash.length()));

    Result forged = verify("report");

    assertThat(forged.exit()).isEqualTo(1);
    assertThat(forged.out()).contains("[decision]", "report does not follow");
  }

  @Test
  void aPackIsComparedWithItselfAsItWasKnown() {
    Result known =
        certus(folder, "diff", "./new@2026-11-19", "./new", "./in.jsonl", AS_OF, "--output=./r");
    assertThat(known.exit()).as(known.err()).isZero();
    assertThat(known.err()).contains("from new as known on 2026-11-19");
    assertThat(verify("r").out()).contains("r follows from in.jsonl by packs new@2026-11-19 and");

    Result same = certus(folder, "diff", "./old", "./new@2026-11-19", "./in.jsonl", AS_OF);
    assertThat(same.out()).contains("no decision changes");
    assertThat(certus(folder, "diff", "./old", "./new@2026-02-30", "./in.jsonl", AS_OF).err())
        .contains("`@2026-02-30` is no date");
  }

  @Test
  void aRunByAPackAsItWasKnownIsVerifiedByIt() throws IOException {
    String[] decide = {
      "decide", "./in.jsonl", AS_OF, "--pack=./new", "--policy-as-of=2026-11-19", "--output=./out"
    };
    assertThat(certus(folder, decide).exit()).isZero();
    certus(folder, "decide", "./in.jsonl", AS_OF, "--pack=./old", "--output=./before");

    assertThat(folder.resolve("out")).hasSameTextualContentAs(folder.resolve("before"));
    assertThat(Files.readString(folder.resolve("out.manifest.json")))
        .contains("\"policyAsOf\" : \"2026-11-19\"");
    Result holds = certus(folder, "verify", "./out.manifest.json", "--all");
    assertThat(holds.exit()).as(holds.out()).isZero();
  }

  @Test
  void aComparisonThatIsKilledResumesAndEndsWithTheSameReport() throws IOException {
    certus(folder, "generate", "800", AS_OF, "--output=./in.jsonl");
    Program.certus(folder, "diff", "old", "new", "in.jsonl", AS_OF, "--output=whole");
    Path checkpoint = folder.resolve("report.checkpoint");

    int kills =
        new Killed(folder, new Random(3), CHECKPOINTED, Killed.file(checkpoint)).untilDone(2);

    assertThat(kills).isPositive();
    assertThat(folder.resolve("report")).hasSameTextualContentAs(folder.resolve("whole"));
    assertThat(checkpoint).doesNotExist();
    assertThat(Program.certus(folder, "verify", "report.manifest.json").exit()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          new/terms.yaml    | value: 21 | value: 22 | is of another comparison: the new pack was
          in.jsonl          | C-0000001 | C-000000X | have changed
          report.checkpoint | 1         | 2         | is damaged
          """)
  void aCheckpointOfSomethingElseIsRefused(String file, String text, String by, String why)
      throws IOException, InterruptedException {
    certus(folder, "generate", "600", AS_OF, "--output=./in.jsonl");
    Path checkpoint = folder.resolve("report.checkpoint");
    Process cut = Program.start(folder, CHECKPOINTED);
    Program.await(cut, () -> Files.exists(checkpoint));
    cut.destroyForcibly().waitFor();
    assertThat(checkpoint).exists();
    Path changed = folder.resolve(file);
    Packs.change(changed, text, by);

    Result again = Program.certus(folder, CHECKPOINTED.toArray(String[]::new));

    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains(why, "help: ");
    assertThat(folder.resolve("report")).doesNotExist();
  }
}
