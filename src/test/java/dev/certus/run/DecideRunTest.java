package dev.certus.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import dev.certus.file.FileHash;
import dev.certus.jsonl.FileSink;
import dev.certus.jsonl.LineSource;
import dev.certus.output.OutputFormat;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.OtherRunException.Difference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideRunTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final RuleBook BOOK = RuleBook.load(Packs.FIVE_DAYS);
  private static final int RECORDS = 3_000;

  @TempDir private Path folder;

  @Test
  void writesTheSameInTheOrderOfTheSourceHoweverManyThreadsDecide() throws IOException {
    RunResult one = run(input(), "one.jsonl", options().withThreads(1));
    run(input(), "five.jsonl", options().withThreads(5));

    assertThat(one.tally().decided()).isEqualTo(RECORDS - RECORDS / 100);
    assertThat(one.tally().rejections()).containsEntry("invalid", (long) RECORDS / 100);
    assertThat(Files.readAllLines(folder.resolve("one.jsonl")))
        .extracting(line -> line.substring(16, 22))
        .isSorted();
    assertThat(folder.resolve("five.jsonl")).hasSameBinaryContentAs(folder.resolve("one.jsonl"));
  }

  @Test
  void aRunThatWasCutOffResumesAndWritesTheSameBytes() throws IOException {
    run(input(), "whole.csv.gz", options().withRejected(folder.resolve("whole-rejected.jsonl")));
    RunOptions options =
        options().withCheckpointEvery(300).withRejected(folder.resolve("rejected.jsonl"));
    byte[] half = Arrays.copyOf(input(), input().length / 2);
    InputStream broken =
        new SequenceInputStream(new ByteArrayInputStream(half), new BrokenStream());
    assertThatThrownBy(() -> resumable(broken, options)).hasMessage("the network is down");
    assertThat(folder.resolve("out.csv")).doesNotExist();

    List<Long> resumed = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void resumed(long records) {
            resumed.add(records);
          }
        };
    RunResult result = resumable(new ByteArrayInputStream(input()), options.withListener(listener));

    run(input(), "whole.csv", options());
    assertThat(resumed).hasSize(1).allSatisfy(records -> assertThat(records).isPositive());
    assertThat(result.tally().read()).isEqualTo(RECORDS);
    assertThat(result.records()).isEqualTo(RECORDS - resumed.get(0));
    assertThat(folder.resolve("out.csv")).hasSameBinaryContentAs(folder.resolve("whole.csv"));
    assertThat(folder.resolve("rejected.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("whole-rejected.jsonl"));
  }

  @Test
  void isNotResumedByAnotherRunOrOnAnotherInput() throws IOException {
    InputStream broken =
        new SequenceInputStream(new ByteArrayInputStream(input()), new BrokenStream());
    RunOptions options = options().withCheckpointEvery(300);
    assertThatThrownBy(() -> resumable(broken, options)).hasMessage("the network is down");

    assertThatThrownBy(
            () -> resumable(new ByteArrayInputStream(input()), options.withCheckpointEvery(400)))
        .isInstanceOfSatisfying(
            OtherRunException.class,
            e ->
                assertThat(e.differences())
                    .containsExactly(new Difference(RunSetting.CHECKPOINT_EVERY, "300", "400")));
    byte[] changed = input();
    changed[20]++;
    assertThatThrownBy(() -> resumable(new ByteArrayInputStream(changed), options))
        .hasMessageContaining("in is not what the earlier run read")
        .hasMessageContaining("help: ");
  }

  @Test
  void takesTheInstantOfTheRunThatWasCutOff() throws IOException {
    InputStream broken =
        new SequenceInputStream(new ByteArrayInputStream(input()), new BrokenStream());
    assertThatThrownBy(() -> resumable(broken, options().withCheckpointEvery(300)))
        .hasMessage("the network is down");

    RunOptions later =
        RunOptions.asOf(earlier -> earlier == null ? Instant.EPOCH : earlier)
            .withCheckpointEvery(300)
            .withManifest(folder.resolve("manifest.json"));
    resumable(new ByteArrayInputStream(input()), later);

    assertThat(ManifestFile.read(folder.resolve("manifest.json")).asOf())
        .isEqualTo(AS_OF.toString());
  }

  @Test
  void theManifestSaysWhatWasReadAndWritten() throws IOException {
    Path file = folder.resolve("manifest.json");

    run(input(), "out.jsonl", options().withManifest(file).withProgram("1.2"));

    Manifest manifest = ManifestFile.read(file);
    FileHash written = FileHash.of(folder.resolve("out.jsonl"));
    assertThat(manifest.program()).isEqualTo("1.2");
    assertThat(manifest.pack().sha256()).isEqualTo(BOOK.hash());
    assertThat(manifest.input().records()).isEqualTo(RECORDS);
    assertThat(manifest.input().kind()).isEqualTo("jsonl");
    assertThat(manifest.output().sha256()).isEqualTo(written.sha256());
    assertThat(manifest.output().bytes()).isEqualTo(written.bytes());
    assertThat(manifest.counts().rejected()).isEqualTo(RECORDS / 100);
  }

  @Test
  void refusesWhatIsNoManifest() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "[");

    assertThatThrownBy(() -> ManifestFile.read(file))
        .hasMessageContaining("x.json is no manifest: ")
        .hasMessageContaining("help: ");

    Files.writeString(file, "{}");

    assertThatThrownBy(() -> ManifestFile.read(file))
        .hasMessageContaining("x.json is no manifest: the field `program` is missing\n");
  }

  @Test
  void reportsRejectedRecordsRepeatedCandidatesAndUnknownFields() throws IOException {
    List<String> reports = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void unknownField(String field) {
            reports.add("unknown " + field);
          }

          @Override
          public void rejected(Rejection rejection) {
            reports.add("rejected" + rejection.place().shown());
          }

          @Override
          public void repeated(RecordPlace place, String candidateId) {
            reports.add("repeated" + place.shown() + candidateId);
          }
        };
    String input =
        "{'candidateId':'A','shoe':1}\n{'candidateId':'A','shoe':2}\n{'candidateId':"
            .replace('\'', '"');

    RunResult result =
        run(input.getBytes(UTF_8), "out.jsonl", options().withListener(listener).withThreads(1));

    assertThat(reports).containsExactly("unknown shoe", "repeated:2:A", "rejected:3:");
    assertThat(result.repeated()).isEqualTo(1);
  }

  private static RunOptions options() {
    return RunOptions.asOf(AS_OF).withThreads(2);
  }

  /** Records of which every hundredth is invalid. */
  private static byte[] input() {
    return IntStream.range(0, RECORDS)
        .mapToObj(
            i ->
                "{\"candidateId\":\"%06d\",\"attempts\":[{\"id\":\"A-1\",\"exam\":\"NET-1\",\"startedAt\":\"2026-11-%02dT10:00:00Z\",\"outcome\":\"%s\"}]}\n"
                    .formatted(i, 1 + i % 22, i % 100 == 7 ? "lost" : "fail"))
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }

  private RunResult run(byte[] input, String output, RunOptions options) throws IOException {
    Path file = folder.resolve(output);
    try (RecordSource source = LineSource.of(new ByteArrayInputStream(input), "in");
        DecisionSink sink = FileSink.open(file, OutputFormat.ofName(output), false)) {
      return new DecideRun(BOOK, options).run(source, sink);
    }
  }

  private RunResult resumable(InputStream in, RunOptions options) throws IOException {
    try (RecordSource source = LineSource.of(in, "in");
        DecisionSink sink = FileSink.open(folder.resolve("out.csv"), OutputFormat.CSV, true)) {
      return new DecideRun(BOOK, options).run(source, sink);
    }
  }

  /** Breaks when it is read. */
  private static final class BrokenStream extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("the network is down");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read();
    }
  }
}
