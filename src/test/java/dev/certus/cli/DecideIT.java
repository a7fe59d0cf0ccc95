package dev.certus.cli;

import static dev.certus.cli.Program.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import dev.certus.file.Compression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code certus decide}, as an operator runs it. */
class DecideIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";
  private static final String FAILED =
      """
      {"candidateId":"C-1","zone":"America/New_York","attempts":[{"id":"A-1","exam":"AIF-C01","startedAt":"2026-11-14T10:00:00-05:00","score":650}]}
      """;

  @TempDir private Path folder;

  /** A file with one record. */
  private String record(String json) throws IOException {
    return Files.writeString(folder.resolve("one.jsonl"), json).toString();
  }

  @Test
  void decidesByTheCarriedPackWhereThereIsNoOther() {
    Result run = certus(folder, FAILED.getBytes(StandardCharsets.UTF_8), "decide", AS_OF);

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            {"candidateId":"C-1","asOf":"2026-11-23T08:00:00Z",\
            "nextChangeAt":"2026-11-28T05:00:00Z","decisions":[\
            {"code":"failed","subject":{"kind":"attempt","id":"A-1"},\
            "from":"2026-11-14T10:00:00-05:00","clause":"AWS-SCORE",\
            "rule":"an attempt that did not reach the passing score was failed",\
            "reason":"AIF-C01 was failed on 14 November 2026.","evidence":["A-1"],"readings":[],\
            "details":{"score":650,"passingScore":700}},\
            {"code":"retake-blocked","subject":{"kind":"exam","id":"AIF-C01"},\
            "from":"2026-11-14T10:00:00-05:00","until":"2026-11-28T00:00:00-05:00",\
            "clause":"AWS-RETAKE-14D",\
            "rule":"a failed exam may not be taken again before the wait is over",\
            "reason":"AIF-C01 was failed on 14 November 2026; it may be taken again from 28\
             November 2026.","evidence":["A-1"],"readings":["I1","I2"],"details":{}}]}
            """);
    assertThat(run.err().lines().toList())
        .satisfiesExactly(
            pack ->
                assertThat(pack)
                    .matches("pack aws \\S+ from rules/aws in the program \\(sha256 \\w{12}\\)"),
            count -> assertThat(count).isEqualTo("1 record decided, 0 rejected"));
  }

  @Test
  void readsTheClockOnceWhereNoInstantIsGiven() {
    Result run = certus(folder, FAILED.getBytes(StandardCharsets.UTF_8), "decide");

    Matcher printed = Pattern.compile("(?m)^as of (\\S+)$").matcher(run.err());
    assertThat(printed.find()).isTrue();
    assertThat(run.out()).contains("\"asOf\":\"" + printed.group(1) + "\"");
  }

  @Test
  void givesOneLineForEachRecordInItsOrderHoweverManyThreadsDecide() throws IOException {
    Result generated =
        InProcess.certus(folder, "generate", "2000", "--seed=3", AS_OF, "--output=./in");
    assertThat(generated.exit()).isZero();
    for (String threads : List.of("1", "3", "16")) {
      Result run =
          InProcess.certus(
              folder, "decide", "./in", AS_OF, "--threads=" + threads, "--output=./" + threads);
      assertThat(run.exit()).as(run.err()).isZero();
    }

    List<String> in = Files.readAllLines(folder.resolve("in"));
    List<String> out = Files.readAllLines(folder.resolve("1"));
    assertThat(out).hasSameSizeAs(in);
    assertThat(out.stream().map(DecideIT::id)).isEqualTo(in.stream().map(DecideIT::id).toList());
    assertThat(folder.resolve("3")).hasSameBinaryContentAs(folder.resolve("1"));
    assertThat(folder.resolve("16")).hasSameBinaryContentAs(folder.resolve("1"));
  }

  private static String id(String line) {
    Matcher id = Pattern.compile("^\\{\"candidateId\":\"([^\"]+)\"").matcher(line);
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  @Test
  void writesDecisionsAsRowsOfCsv() throws IOException {
    Result run = InProcess.certus(folder, "decide", record(FAILED), AS_OF, "--format=csv");

    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            """
            candidate_id,as_of,code,subject_kind,subject_id,from,until,through,clause,rule,reason,evidence,readings,details,next_change_at
            C-1,2026-11-23T08:00:00Z,failed,attempt,A-1,2026-11-14T10:00:00-05:00,,,AWS-SCORE,an attempt that did not reach the passing score was failed,AIF-C01 was failed on 14 November 2026.,"[""A-1""]",[],"{""score"":650,""passingScore"":700}",2026-11-28T05:00:00Z
            C-1,2026-11-23T08:00:00Z,retake-blocked,exam,AIF-C01,2026-11-14T10:00:00-05:00,2026-11-28T00:00:00-05:00,,AWS-RETAKE-14D,a failed exam may not be taken again before the wait is over,AIF-C01 was failed on 14 November 2026; it may be taken again from 28 November 2026.,"[""A-1""]","[""I1"",""I2""]",{},2026-11-28T05:00:00Z
            """);
  }

  @Test
  void aNumberInTheTermsChangesTheDecisions() throws IOException {
    Path pack = Packs.copy(Packs.AWS, Files.createDirectory(folder.resolve("mine")));
    Packs.change(pack.resolve("terms.yaml"), "value: 14", "value: 30");

    Result run = InProcess.certus(folder, "decide", record(FAILED), "--pack", "./mine", AS_OF);

    assertThat(run.out()).contains("\"until\":\"2026-12-14T00:00:00-05:00\"");
    assertThat(run.err()).contains("from mine");
  }

  @Test
  void aRuleThatIsChangedChangesTheDecisions() throws IOException {
    Path pack = Packs.copy(Packs.AWS, Files.createDirectory(folder.resolve("mine")));
    Packs.change(
        pack.resolve("results.drl"),
        "decisions.give( \"failed\", attempt",
        "decisions.give( \"expired\", attempt");

    Result run = InProcess.certus(folder, "decide", record(FAILED), "--pack", "./mine", AS_OF);

    assertThat(run.out()).contains("\"code\":\"expired\"").doesNotContain("\"code\":\"failed\"");
  }

  @Test
  void aReasonHasTheSameLettersWhateverTheEncodingOfTheMachine() throws Exception {
    Path pack = Packs.copy(Packs.FIVE_DAYS, Files.createDirectory(folder.resolve("mine")));
    Packs.change(pack.resolve("waits.drl"), "was failed on", "wäs fäiled ön " + folder + " ön");
    Files.writeString(
        folder.resolve("one.jsonl"),
        """
        {"candidateId":"C","attempts":[
          {"id":"A-1","exam":"NET-1","startedAt":"2026-03-02T10:00:00Z","outcome":"fail"}]}
        """
            .replace("\n", ""));
    ProcessBuilder ascii =
        Program.prepared(
            folder,
            "decide",
            "one.jsonl",
            "--pack=mine",
            "--as-of=2026-03-04T12:00:00Z",
            "--output=out.jsonl");
    ascii.environment().put("LC_ALL", "C");

    assertThat(ascii.start().waitFor()).isZero();
    assertThat(Files.readString(folder.resolve("out.jsonl"))).contains("wäs fäiled ön");
  }

  @Test
  void anotherBodysPackDecidesByItsOwnRules() throws IOException {
    String record =
        FAILED.replace("AIF-C01", "NET-1").replace("\"score\":650", "\"outcome\":\"fail\"");

    Result run =
        InProcess.certus(
            folder,
            "decide",
            record(record),
            "--pack=" + Packs.FIVE_DAYS,
            "--as-of=2026-11-18T08:00:00Z");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"clause\":\"WAIT\"");
  }

  @Test
  void aBrokenPackIsNamedAtItsPlaceAndNothingIsWritten() throws IOException {
    Path pack = Packs.copy(Packs.AWS, Files.createDirectory(folder.resolve("mine")));
    Packs.change(pack.resolve("results.drl"), "\"passing-score\"", "\"pasing-score\"");

    Result run =
        InProcess.certus(
            folder, "decide", record(FAILED), "--pack=./mine", AS_OF, "--output=./out.jsonl");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("mine/results.drl:10:")
        .contains("the pack has no term `pasing-score`")
        .contains("did you mean `passing-score`?");
    assertThat(folder.resolve("out.jsonl")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "ZSTD"})
  void compressedRecordsAreDecidedAndDecisionsCompressed(Compression compression)
      throws IOException {
    byte[] records = Files.readAllBytes(Path.of("docs/samples/candidates.jsonl"));
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    for (int part = 0; part < 2; part++) { // two members after one another, as `cat` joins them
      OutputStream out = compression.compress(twice);
      out.write(records);
      out.close();
    }
    String name = compression == Compression.GZIP ? "decisions.jsonl.gz" : "decisions.jsonl.zst";

    Result plain = certus(folder, records, "decide", AS_OF);
    Result run = certus(folder, twice.toByteArray(), "decide", AS_OF, "--output", name);

    assertThat(run.exit()).isZero();
    InputStream written = Files.newInputStream(folder.resolve(name));
    try (InputStream in = Compression.decompressed(written, name)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(plain.out() + plain.out());
    }
  }
}
