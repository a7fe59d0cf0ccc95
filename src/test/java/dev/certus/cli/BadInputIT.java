package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.cli.Program.Result;
import dev.certus.file.Compression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees when the input or the command is not as it must be. */
class BadInputIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";
  private static final String GOOD = "{\"candidateId\":\"good\"}\n";

  @TempDir private Path folder;

  @Test
  void rejectsEachBrokenRecordWithItsPlaceAndDecidesTheOthers() throws IOException {
    String attempt = "{\"candidateId\":\"%s\",\"attempts\":[{\"id\":\"A-1\",\"exam\":\"AIF-C01\",";
    String input =
        GOOD
            + attempt.formatted("no-offset")
            + "\"startedAt\":\"2026-03-02T10:00:00\",\"score\":650}]}\n"
            + attempt.formatted("high-score")
            + "\"startedAt\":\"2026-03-02T10:00:00Z\",\"score\":1001}]}\n"
            + attempt.formatted("month-13")
            + "\"startedAt\":\"2026-13-02T10:00:00Z\",\"score\":650}]}\n"
            + "{\"candidateId\":\"twice\",\"vouchers\":["
            + "{\"id\":\"V-1\",\"percent\":50,\"expiresOn\":\"2027-01-01\"},"
            + "{\"id\":\"V-1\",\"percent\":50,\"expiresOn\":\"2027-01-01\"}]}\n"
            + "{\"candidateId\":\"cut off\",\"attempts\":[{\"id\":\n"
            + GOOD.replace("good", "also good");
    Files.writeString(folder.resolve("in.jsonl"), input);

    Result run = certus(folder, "decide", "./in.jsonl", AS_OF, "--rejected=./rejected.jsonl");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err())
        .contains("in.jsonl:2: /attempts/0/startedAt found \"2026-03-02T10:00:00\"; expected")
        .contains("in.jsonl:3: /attempts/0/score found 1001; expected")
        .contains("in.jsonl:4: /attempts/0/startedAt found \"2026-13-02T10:00:00Z\"; expected")
        .contains("in.jsonl:5: /vouchers/1/id found \"V-1\"")
        .contains("in.jsonl:6:")
        .contains("2 records decided, 5 rejected");
    List<JsonNode> rejected =
        Files.readAllLines(folder.resolve("rejected.jsonl")).stream()
            .map(line -> new JsonMapper().readTree(line))
            .toList();
    assertThat(rejected).extracting(r -> r.get("line").asInt()).containsExactly(2, 3, 4, 5, 6);
    assertThat(rejected)
        .extracting(r -> r.get("raw").asString())
        .isEqualTo(input.lines().toList().subList(1, 6));
  }

  @Test
  void asManyRejectedRecordsAsAreAllowedAreNoFinding() {
    byte[] input = (GOOD + "[]\n").getBytes(StandardCharsets.UTF_8);

    assertThat(Program.certus(folder, input, "decide", AS_OF).exit()).isEqualTo(1);
    assertThat(Program.certus(folder, input, "decide", AS_OF, "--max-rejected=1").exit()).isZero();
  }

  @Test
  void aLineOfTenMegabytesIsRejectedAloneAndKept() throws IOException {
    String huge = "{\"candidateId\":\"" + "x".repeat(10 << 20) + "\"}";
    Files.writeString(folder.resolve("in.jsonl"), GOOD + huge + "\n" + GOOD);

    Result run = certus(folder, "decide", "./in.jsonl", AS_OF, "--rejected=./rejected.jsonl");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err()).contains("in.jsonl:2:").contains("2 records decided, 1 rejected");
    assertThat(Files.readString(folder.resolve("rejected.jsonl"))).contains("x".repeat(10 << 20));
  }

  @Test
  void anEmptyFileIsReported() throws IOException {
    Files.createFile(folder.resolve("empty.jsonl"));

    Result run = certus(folder, "decide", "./empty.jsonl", AS_OF);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("warning: empty.jsonl holds no records");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws IOException {
    Files.write(folder.resolve("binary"), new byte[] {1, 2, 0, 3});
    Result binary = certus(folder, "decide", "./binary", AS_OF);
    assertThat(binary.exit()).isEqualTo(2);
    assertThat(binary.err()).contains("binary is binary data").contains("help: ");
  }

  @Test
  void compressedDataThatBreakOffAreNotTakenForAll() throws IOException {
    String records = (GOOD + "\n").repeat(5_000);
    for (Compression compression : List.of(Compression.GZIP, Compression.ZSTD)) {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      try (OutputStream out = compression.compress(compressed)) {
        out.write(records.getBytes(StandardCharsets.UTF_8));
      }
      byte[] half = Arrays.copyOf(compressed.toByteArray(), compressed.size() / 2);
      Files.write(folder.resolve("half"), half);

      Result run = certus(folder, "decide", "./half", AS_OF, "--output", "./decisions.jsonl");

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err())
          .contains("certus: half breaks off within its ")
          .contains("help: was the file cut off? nothing is written");
      assertThat(folder.resolve("decisions.jsonl")).doesNotExist();
      assertThat(folder.resolve("decisions.jsonl.part")).doesNotExist();
    }
  }

  @Test
  void unknownFieldsAreIgnoredWithOneWarningEach() {
    byte[] input =
        "{\"candidateId\":\"a\",\"shoeSize\":43}\n{\"candidateId\":\"b\",\"shoeSize\":44}\n"
            .getBytes(StandardCharsets.UTF_8);

    Result run = Program.certus(folder, input, "decide", AS_OF);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).containsOnlyOnce("shoeSize");
  }

  @Test
  void aCommandThatIsNotUnderstoodIsAnsweredWithAnother() {
    Result option = certus(folder, "decide", "--as-off=2026-11-23T08:00:00Z");
    assertThat(option.exit()).isEqualTo(2);
    assertThat(option.err()).contains("--as-off").contains("did you mean --as-of?");

    Result instant = certus(folder, "decide", "--as-of=2026-11-23");
    assertThat(instant.exit()).isEqualTo(2);
    assertThat(instant.err()).contains("--as-of is no instant: `2026-11-23`").contains("help: ");
  }

  @Test
  void filesThatCannotBeReadOrWrittenAreNamed() {
    Result input = certus(folder, "decide", "nowhere.jsonl", AS_OF);
    assertThat(input.exit()).isEqualTo(2);
    assertThat(input.err()).contains("nowhere.jsonl: there is no such file or folder");

    Result pack = Program.certus(folder, "decide", AS_OF, "--pack=nowhere");
    assertThat(pack.exit()).isEqualTo(2);
    assertThat(pack.err()).contains("nowhere: there is no such folder");

    Result output = Program.certus(folder, "decide", AS_OF, "--output=nowhere/out.jsonl");
    assertThat(output.exit()).isEqualTo(2);
    assertThat(output.err()).contains("nowhere");
  }
}
