package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.ZstdVersion;
import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import dev.certus.file.Compression;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights on which something goes wrong: each ends in a clear message, and nothing is lost. */
class FaultsIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";
  private static final String[] DECIDE = {
    "decide", "./in.jsonl", AS_OF, "--output=./out.jsonl", "--rejected=./rejected.jsonl"
  };

  @TempDir private Path folder;

  private static String candidate(String id, int attempts) {
    return IntStream.range(0, attempts)
        .mapToObj(
            n ->
                ("{\"id\":\"A-%d\",\"exam\":\"AIF-C01\",\"startedAt\":\"2025-03-02T10:00:00Z\","
                        + "\"outcome\":\"fail\"}")
                    .formatted(n))
        .collect(
            Collectors.joining(
                ",", "{\"candidateId\":\"%s\",\"attempts\":[".formatted(id), "]}\n"));
  }

  @BeforeEach
  void threeCandidates() throws IOException {
    Files.writeString(
        folder.resolve("in.jsonl"),
        candidate("C-1", 1) + candidate("C-2", 2) + candidate("C-3", 1));
  }

  private List<String> answered() throws IOException {
    return Files.readAllLines(folder.resolve("out.jsonl")).stream()
        .map(line -> new JsonMapper().readTree(line).get("candidateId").asString())
        .toList();
  }

  private JsonNode rejected() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("rejected.jsonl"));
    assertThat(lines).hasSize(1);
    return new JsonMapper().readTree(lines.get(0));
  }

  private Result decideByPack() {
    return certus(
        folder,
        Stream.concat(Stream.of(DECIDE), Stream.of("--pack=./rules/aws")).toArray(String[]::new));
  }

  /** The AWS pack with a rule more. */
  private void pack(String when, String then) throws IOException {
    Path pack = Packs.copy(Packs.AWS, Files.createDirectories(folder.resolve("rules/aws")));
    Packs.addRuleOnC2(pack, when, then);
  }

  @Test
  void aRuleThatThrowsForOneCandidateSetsThatOneAside() throws IOException {
    pack("$a : Attempt( id == \"A-1\" )", "decisions.give( null, attempt( $a.id() ) );");

    Result run = decideByPack();

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(answered()).containsExactly("C-1", "C-3");
    assertThat(rejected().get("candidateId").asString()).isEqualTo("C-2");
    assertThat(rejected().get("reason").asString()).isEqualTo("rules");
    assertThat(rejected().get("rule").asString()).isEqualTo("a rule of tonight");
    assertThat(rejected().get("facts")).hasToString("[\"A-1\"]");
  }

  @Test
  void whatWasSetAsideCanBeDecidedOnceThePackIsMended() throws IOException {
    pack("$a : Attempt( id == \"A-1\" )", "decisions.give( null, attempt( $a.id() ) );");
    decideByPack();
    String aws = "--pack=" + Packs.AWS.toAbsolutePath();

    Result mended =
        certus(
            folder, "decide", "./rejected.jsonl", "--input-rejected", AS_OF, aws, "--format=jsonl");

    assertThat(mended.exit()).as(mended.err()).isZero();
    Result direct =
        Program.certus(
            folder, candidate("C-2", 2).getBytes(StandardCharsets.UTF_8), "decide", AS_OF, aws);
    assertThat(mended.out()).isEqualTo(direct.out());
  }

  @Test
  void aRecordThatWasMendedIsDecidedAsItIsNow() throws IOException {
    String broken = candidate("C-9", 1).replace("fail", "failed");
    Files.writeString(folder.resolve("in.jsonl"), broken);
    certus(folder, DECIDE);
    String mended =
        Files.readString(folder.resolve("rejected.jsonl"))
            .replaceFirst("\\{", "{\"record\":" + candidate("C-9", 1).strip() + ",");
    Files.writeString(folder.resolve("mended.jsonl"), mended);

    Result run = certus(folder, "decide", "./mended.jsonl", "--input-rejected", AS_OF);

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"candidateId\":\"C-9\"").contains("retake-eligible");
  }

  @Test
  void aFileThatHoldsNoRejectedRecordsIsReported() throws IOException {
    Result run = certus(folder, "decide", "./in.jsonl", "--input-rejected", AS_OF);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "in.jsonl:1: found no rejected record; expected a line of a file of rejected records"
                + " (--rejected)");
  }

  @Test
  void aRuleThatRunsAwayOnOneCandidateSetsThatOneAside() throws IOException {
    pack(
        "RetakeWait( $exam : exam, $attempt : attempt )",
        "insert( new RetakeWait( $exam, $attempt, $attempt.startedAt() ) );");

    Result run = decideByPack();

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(answered()).containsExactly("C-1", "C-3");
    assertThat(rejected().get("rule").asString()).isEqualTo("a rule of tonight");
    assertThat(run.err()).contains("and did not end");
  }

  @Test
  void aCandidateWithTwentyThousandAttemptsIsSetAside() throws IOException {
    Files.writeString(
        folder.resolve("in.jsonl"),
        candidate("C-1", 1) + candidate("C-2", 20_000) + candidate("C-3", 1));

    Result run = certus(folder, DECIDE);

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(answered()).containsExactly("C-1", "C-3");
    assertThat(rejected().get("reason").asString()).isEqualTo("oversize");
    assertThat(run.err())
        .contains(
            "found 20,001 facts, more than the 1,000 that a candidate may have; expected fewer");
  }

  @Test
  void bytesThatAreNoTextSetTheirRecordAside() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("in.jsonl"));
    int at = new String(bytes, StandardCharsets.UTF_8).indexOf("C-2");
    bytes[at] = (byte) 0xFF;
    Files.write(folder.resolve("in.jsonl"), bytes);

    Result run = certus(folder, DECIDE);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("in.jsonl:2: found bytes that are not UTF-8");
    assertThat(answered()).containsExactly("C-1", "C-3");
    assertThat(rejected().has("rawBase64")).isTrue();
  }

  @Test
  void aCandidateOnTwoLinesIsReported() throws IOException {
    Files.writeString(folder.resolve("in.jsonl"), candidate("C-1", 1) + candidate("C-1", 2));

    Result run = certus(folder, DECIDE);

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("warning: in.jsonl:2: candidate C-1 is on an earlier line");
    assertThat(answered()).containsExactly("C-1", "C-1");
  }

  /** Each file is written aside first; here this is the device on which no byte finds room. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "out.jsonl",
        "out.csv",
        "out.jsonl.gz",
        "out.csv.gz",
        "out.jsonl.zst",
        "out.csv.zst",
        "out.parquet",
        "out.parquet.csv",
        "rejected.jsonl.gz",
        "manifest.json",
        "metrics.txt"
      })
  void aFullDiskEndsTheRunAndLeavesNothing(String file) throws IOException {
    Files.writeString(folder.resolve("in.jsonl"), candidate("C-1", 1) + "{}\n");
    Path part = folder.resolve(file + ".part");
    Files.createSymbolicLink(part, Path.of("/dev/full"));
    String output = file.startsWith("out.") ? file.replace("parquet.csv", "parquet") : "out.jsonl";

    Result full =
        certus(
            folder,
            "decide",
            "./in.jsonl",
            AS_OF,
            "--output=./" + output,
            "--rejected=./rejected.jsonl.gz",
            "--manifest=./manifest.json",
            "--metrics=./metrics.txt");

    assertThat(full.exit()).isEqualTo(2);
    assertThat(full.err())
        .contains(
            "certus: cannot write ", file, "No space left on device", "help: is the disk full?")
        .doesNotContain("\tat ", "exception");
    assertThat(folder.resolve(file)).doesNotExist();
    assertThat(part).doesNotExist();
    if (!file.equals("metrics.txt")) {
      assertThat(folder.resolve(output)).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.jsonl", "out.csv.gz", "out.jsonl.zst"})
  void afterAFullDiskTheSameCommandGoesOn(String output) throws IOException, InterruptedException {
    certus(folder, "generate", "700", AS_OF, "--output=./in.jsonl");
    String[] whole = {"decide", "./in.jsonl", AS_OF, "--output=./whole/" + output};
    Files.createDirectory(folder.resolve("whole"));
    assertThat(certus(folder, whole).exit()).isZero();
    String command =
        "decide in.jsonl --output=%s --checkpoint --checkpoint-every=100".formatted(output);
    long kibibytes = Files.size(folder.resolve("whole").resolve(output)) / 1024;

    Result full = limited(kibibytes / 2, command);
    assertThat(full.exit()).isEqualTo(2);
    assertThat(full.err()).contains("cannot write " + output + ": File too large");
    assertThat(folder.resolve(output + ".checkpoint")).exists();
    Result again = limited(1_000_000, command);

    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.err()).contains("resumes after ");
    try (InputStream resumed = decompressed(folder.resolve(output));
        InputStream undisturbed = decompressed(folder.resolve("whole").resolve(output))) {
      assertThat(resumed).hasSameContentAs(undisturbed);
    }
  }

  private static InputStream decompressed(Path file) throws IOException {
    return Compression.decompressed(Files.newInputStream(file), file.toString());
  }

  /** Runs certus where no file may grow beyond some kibibytes. */
  private Result limited(long kibibytes, String arguments)
      throws IOException, InterruptedException {
    // The library of zstd is larger than what may be written here, so it is not unpacked again.
    String java =
        "java -XX:-UsePerfData -DZstdNativePath=%s -jar %s %s %s"
            .formatted(zstd(), Program.JAR, arguments, AS_OF);
    List<String> command = List.of("bash", "-c", "ulimit -f %d; %s".formatted(kibibytes, java));
    Process process = Program.builder(folder, command).start();
    process.getOutputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), "", err);
  }

  private Path zstd() throws IOException {
    Path library = folder.resolve("zstd");
    String name =
        "/linux/%s/libzstd-jni-%s.so".formatted(System.getProperty("os.arch"), ZstdVersion.VERSION);
    try (InputStream in = Zstd.class.getResourceAsStream(name)) {
      Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
    }
    return library;
  }

  @Test
  void standardOutputThatTakesNoMoreEndsTheRun() throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "bash",
            "-c",
            "java -jar %s decide in.jsonl %s > /dev/full".formatted(Program.JAR, AS_OF));
    Process process = Program.builder(folder, command).start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(err).contains("certus: cannot write standard output: No space left on device");
  }

  @Test
  void anOutputThatCannotBeWrittenIsNamed() {
    Result file = certus(folder, "decide", "./in.jsonl", AS_OF, "--output=./in.jsonl/out.jsonl");
    assertThat(file.exit()).isEqualTo(2);
    assertThat(file.err()).contains("cannot write in.jsonl/out.jsonl").contains("help: create ");

    Result proc = certus(folder, "decide", "./in.jsonl", AS_OF, "--output=/proc/out.jsonl");
    assertThat(proc.exit()).isEqualTo(2);
    assertThat(proc.err()).contains("certus: /proc/out.jsonl");
  }

  @Test
  void filesThatWouldOverwriteEachOtherAreRefused() {
    Result run =
        Program.certus(folder, "decide", "in.jsonl", AS_OF, "--output=x", "--rejected=./x");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--output and --rejected name the same file: ./x");
  }

  @Test
  void oneRunAtATimeWritesAnOutput() throws IOException, InterruptedException {
    Process first =
        Program.builder(
                folder,
                List.of("java", "-jar", Program.JAR.toString(), "decide", "--output=out.jsonl"))
            .start();
    try (OutputStream in = first.getOutputStream();
        BufferedReader err =
            new BufferedReader(
                new InputStreamReader(first.getErrorStream(), StandardCharsets.UTF_8))) {
      in.write(candidate("C-7", 1).getBytes(StandardCharsets.UTF_8));
      in.flush(); // a stream is looked at before the output is opened
      assertThat(err.readLine()).startsWith("pack ");
      assertThat(err.readLine()).startsWith("as of "); // it has its output open

      Result second = certus(folder, DECIDE);

      assertThat(second.exit()).isEqualTo(2);
      assertThat(second.err()).contains("another run is writing out.jsonl").contains("help: ");
    }
    assertThat(first.waitFor()).isZero();
    assertThat(answered()).containsExactly("C-7");
  }
}
