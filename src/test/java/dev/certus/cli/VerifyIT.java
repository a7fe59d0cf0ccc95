package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import dev.certus.file.FileHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code certus verify}, as an auditor runs it; docs/operate/batch.md runs it as a process. */
class VerifyIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";

  @TempDir private Path folder;

  @BeforeEach
  void somePackAndRecords() throws IOException {
    Packs.copy(Packs.AWS, Files.createDirectory(folder.resolve("mine")));
    certus(folder, "generate", "400", "--seed=8", AS_OF, "--output=./in.jsonl");
    String broken = "{\"candidateId\":\"broken\",\"attempts\":7}\n";
    Files.writeString(folder.resolve("in.jsonl"), broken + text("in.jsonl"));
  }

  private void decide(String output) {
    decide(output, List.of());
  }

  private void decide(String output, List<String> more) {
    decide("./" + output, output, more);
  }

  private void decide(String output, String name) {
    decide(output, name, List.of());
  }

  /** Decides into a file or a table, with the manifest beside the other files. */
  private void decide(String output, String name, List<String> more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "decide",
                "./in.jsonl",
                "--pack=./mine",
                AS_OF,
                "--max-rejected=1",
                "--rejected=./rejected.jsonl",
                "--manifest=./" + name + ".manifest.json",
                "--output=" + output));
    arguments.addAll(more);
    Result run = certus(folder, arguments.toArray(String[]::new));
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private Result verify(String output, String... more) {
    List<String> arguments = new ArrayList<>(List.of("verify", "./" + output + ".manifest.json"));
    arguments.addAll(List.of(more));
    return certus(folder, arguments.toArray(String[]::new));
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** Changes the lowest bit of one byte of a file. */
  private void flip(String file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    bytes[at] ^= 1;
    Files.write(folder.resolve(file), bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.jsonl", "out.csv.gz", "out.parquet"})
  void anOutputFollowsUntilAnyOneByteOfItChanges(String output) throws IOException {
    decide(output);
    Result holds = verify(output, "--all");
    assertThat(holds.exit()).as(holds.out() + holds.err()).isZero();
    assertThat(holds.out())
        .contains(output + " follows from in.jsonl by pack aws")
        .contains("400 of 401 records decided again");

    int length = (int) Files.size(folder.resolve(output));
    for (int at : List.of(0, length / 3, length / 2, length - 1)) {
      flip(output, at);
      Result run = verify(output);
      assertThat(run.exit()).as(at + ": " + run.err()).isEqualTo(1);
      assertThat(run.out())
          .contains(output + ": it is not what it was [output]")
          .contains(output + " does not follow from its inputs");
      flip(output, at);
    }
    assertThat(verify(output, "--sample=50").exit()).isZero();
  }

  /** Whoever changes an output can write its hash into the manifest, but cannot sign that. */
  @Test
  void aForgedOutputWithItsHashIsFoundByItsSignatureAndByDecidingAgain() throws IOException {
    Result made = certus(folder, "key", "./night.key");
    assertThat(made.exit()).as(made.err()).isZero();
    assertThat(certus(folder, "key", "./other.key").exit()).isZero();
    decide("out.jsonl", List.of("--sign=./night.key"));
    String pub = "--key=./night.key.pub";
    assertThat(verify("out.jsonl", pub).exit()).isZero();
    assertThat(verify("out.jsonl", "--key=./other.key.pub").out()).contains("[signature]");

    String then = sha256("out.jsonl");
    Files.writeString(
        folder.resolve("out.jsonl"),
        text("out.jsonl").replaceFirst("retake-blocked", "retake-bl0cked"));
    Path manifest = folder.resolve("out.jsonl.manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace(then, sha256("out.jsonl")));

    Result signed = verify("out.jsonl", pub, "--sample=1");
    assertThat(signed.exit()).isEqualTo(1);
    assertThat(signed.out()).contains("the manifest is not what was signed");
    Result all = verify("out.jsonl", "--all");
    assertThat(all.exit()).isEqualTo(1);
    assertThat(all.out()).contains("[decision]").doesNotContain("--seed");
  }

  @Test
  void aSampleIsDrawnAtRandomAndAgainByItsSeed() throws IOException {
    decide("out.jsonl");

    String drawn = verify("out.jsonl", "--sample=40").out();

    String seed = drawn.replaceAll("(?s).*\\(--seed (-?\\d+)\\).*", "$1");
    assertThat(verify("out.jsonl", "--sample=40", "--seed=" + seed).out()).isEqualTo(drawn);
    assertThat(verify("out.jsonl", "--sample=40", "--seed=1").out()).contains("(--seed 1)");
  }

  @Test
  void aManifestNamesTheOneBefore() throws IOException {
    decide("first.jsonl");
    decide("second.jsonl", List.of("--previous=./first.jsonl.manifest.json"));
    String chain = "--previous=./first.jsonl.manifest.json";
    assertThat(verify("second.jsonl", chain).exit()).isZero();

    flip("first.jsonl.manifest.json", 20);

    Result broken = verify("second.jsonl", chain);
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.out()).contains("it is not the manifest of the run before [previous]");
    assertThat(verify("first.jsonl", chain).exit()).isNotZero();
  }

  @Test
  void aManifestThatLacksAFieldIsNone() throws IOException {
    decide("out.jsonl");
    Path manifest = folder.resolve("out.jsonl.manifest.json");
    String whole = Files.readString(manifest);
    List<String> fields =
        Pattern.compile("\"(\\w+)\" :").matcher(whole).results().map(f -> f.group(1)).toList();
    assertThat(fields).contains("asOf", "recordsSha256", "previous", "rejections");
    int codes = fields.indexOf("decisions") + 1; // the names of these are decision codes
    for (String field : fields.subList(0, codes)) {
      Files.writeString(manifest, whole.replace("\"" + field + "\" :", "\"x" + field + "\" :"));

      Result run = verify("out.jsonl");

      assertThat(run.exit()).as(field).isEqualTo(2);
      assertThat(run.err()).contains("is no manifest: ", "help: ").doesNotContain("\tat ");
    }
  }

  @Test
  void keysAreNeverReplacedAndOthersAreRefused() throws IOException {
    Result made = certus(folder, "key", "./night.key");
    assertThat(made.out()).as(made.err()).contains("night.key.pub");
    assertThat(Files.getPosixFilePermissions(folder.resolve("night.key"))).hasSize(2);
    String key = text("night.key");
    assertThat(certus(folder, "key", "./night.key").err()).contains("is there already");
    assertThat(text("night.key")).isEqualTo(key);

    Result wrong =
        certus(folder, "decide", "./in.jsonl", "--output=./out.jsonl", "--sign=./night.key.pub");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).contains("night.key.pub holds no Ed25519 private key");
    Result none = certus(folder, "decide", "./in.jsonl", "--sign=./night.key");
    assertThat(none.err()).contains("there is no manifest to sign");
  }

  @Test
  void anOutputThatIsAPipeIsReportedAtOnce() throws Exception {
    decide("out.jsonl");
    new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();

    Result run = verify("out.jsonl", "--output=./pipe");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("pipe is no regular file");
  }

  private String sha256(String file) throws IOException {
    return FileHash.of(folder.resolve(file)).sha256();
  }

  @Test
  void aChangedDecisionIsFoundAtItsPlace() throws IOException {
    decide("out.jsonl");
    List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
    lines.set(6, lines.get(6).replaceFirst("\"clause\":\"", "\"clause\":\"OTHER-"));
    Files.write(folder.resolve("out.jsonl"), lines);

    Result run = verify("out.jsonl");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("out.jsonl:7: candidate C-0000007: `/decisions/0/clause` is not what follows")
        .contains("\"OTHER-")
        .contains("help: ");
  }

  @Test
  void aLostAndADoubledLineAreFound() throws IOException {
    decide("out.jsonl");
    List<String> lines = Files.readAllLines(folder.resolve("out.jsonl"));
    Files.write(folder.resolve("out.jsonl"), lines.subList(0, lines.size() - 1));
    assertThat(verify("out.jsonl").out()).contains("it ends before the decisions of candidate");

    lines.add(lines.get(3));
    Files.write(folder.resolve("out.jsonl"), lines);
    assertThat(verify("out.jsonl").out())
        .contains("out.jsonl:401: decisions of candidate C-0000004 that no record gives");
  }

  @Test
  void aChangedByteOfTheInputIsFound() throws IOException {
    decide("out.jsonl");
    int score = text("in.jsonl").indexOf("\"score\":") + "\"score\":".length();
    for (int at : List.of(0, score + 2, (int) Files.size(folder.resolve("in.jsonl")) - 1)) {
      flip("in.jsonl", at);
      Result run = verify("out.jsonl");
      assertThat(run.exit()).as(at + ": " + run.err()).isEqualTo(1);
      assertThat(run.out()).contains("in.jsonl: it is not what it was [input]");
      flip("in.jsonl", at);
    }
  }

  @Test
  void aChangedByteOfThePackIsFoundAndWhatItChanges() throws IOException {
    decide("out.jsonl");
    flip("mine/terms.yaml", text("mine/terms.yaml").indexOf("value: 14") + "value: 1".length());
    Result number = verify("out.jsonl", "--all");
    assertThat(number.exit()).isEqualTo(1);
    assertThat(number.out())
        .contains("mine: the pack is not the one that decided [pack]")
        .containsPattern("`/decisions/\\d+/(from|until)` is not what follows")
        .doesNotContain("[catalogue]");

    flip("mine/results.drl", text("mine/results.drl").indexOf("rule \""));
    Result unsound = verify("out.jsonl");
    assertThat(unsound.exit()).isEqualTo(1);
    assertThat(unsound.out()).contains("mine: the pack is not sound");
  }

  @Test
  void aChangedFileOfRejectedRecordsAndChangedCountsAreFound() throws IOException {
    decide("out.jsonl");
    flip("rejected.jsonl", 30);
    Path manifest = folder.resolve("out.jsonl.manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("\"decided\" : 400", "\"decided\" : 399"));

    Result run = verify("out.jsonl", "--all", "--format=json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{\"holds\":false,\"output\":\"out.jsonl\",\"records\":401,")
        .contains("\"kind\":\"rejected\"")
        .contains("\"kind\":\"counts\"")
        .contains("\"message\":\"the number of records decided\"");
  }

  @Test
  void anotherProgramIsReportedAndDoesNotMatter() throws IOException {
    decide("out.jsonl");
    Path manifest = folder.resolve("out.jsonl.manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("\"program\" : \"[^\"]*", "$0-earlier"));

    Result run = verify("out.jsonl");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("note: certus was ").contains("-earlier and is ");
  }

  @Test
  void whatWasMovedCanBeNamedAndWhatIsGoneIsReported() throws IOException {
    decide("out.jsonl");
    for (String file : List.of("in.jsonl", "out.jsonl", "mine")) {
      Files.move(folder.resolve(file), folder.resolve("moved-" + file));
    }

    Result gone = verify("out.jsonl");
    Result moved =
        verify(
            "out.jsonl",
            "--pack=./moved-mine",
            "--input=./moved-in.jsonl",
            "--output=./moved-out.jsonl");

    assertThat(gone.exit()).isEqualTo(2);
    assertThat(gone.err()).contains("mine: there is no such folder").contains("help: ");
    assertThat(moved.exit()).as(moved.out() + moved.err()).isZero();
  }

  @Test
  void aTableFollowsUntilACellOfItChanges() throws IOException {
    try (Database database = Database.start()) {
      decide(database.url(), "decisions");
      Result holds = verify("decisions", "--all");
      assertThat(holds.exit()).as(holds.out() + holds.err()).isZero();

      String row = database.value("SELECT max(position) FROM decisions WHERE \"from\" IS NOT NULL");
      for (String change :
          List.of(
              "\"from\" = \"from\" + interval '1 microsecond'",
              "details = details || '{\"more\": 1}'",
              "evidence = evidence || ARRAY['A-9']")) {
        database.query("UPDATE decisions SET " + change + " WHERE position = " + row);
        Result run = verify("decisions", "--all");
        assertThat(run.exit()).as(change).isEqualTo(1);
        assertThat(run.out())
            .contains("[output]")
            .contains("table decisions, row " + row + ": candidate")
            .contains("` is not what follows");
        decide(database.url(), "decisions");
      }
    }
  }
}
