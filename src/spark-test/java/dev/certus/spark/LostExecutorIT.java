package dev.certus.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.population.Population;
import dev.certus.record.RecordJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job on a cluster of processes, one of which is killed while it decides. */
class LostExecutorIT {

  private static final int CANDIDATES = 1_600;
  private static final int FILES = 8;
  private static final String BROKEN = "{\n";

  @TempDir private Path folder;

  @Test
  void everyRecordIsAnsweredOnceAllTheSame() throws Exception {
    Job job = new Job(folder);
    write();
    assertThat(job.start("local[2]", "in", "--output=whole", "--rejected=none").waitFor())
        .as(job.log())
        .isEqualTo(1);

    Process run = job.start("local-cluster[2,1,1024]", "in", "--output=out", "--rejected=rejected");
    while (run.isAlive() && !isWriting()) {
      Thread.onSpinWait();
    }
    ProcessHandle executor = executors(run).findAny().orElseThrow();
    executor.destroyForcibly();
    executor.onExit().join();

    assertThat(run.waitFor()).as(job.log()).isEqualTo(1);
    assertThat(job.log()).contains("1600 records decided, 8 rejected (8 malformed)");
    assertThat(sorted(job, "out")).isEqualTo(sorted(job, "whole"));
    assertThat(sorted(job, "rejected")).isEqualTo(sorted(job, "none"));
  }

  private void write() throws IOException {
    Files.createDirectory(folder.resolve("in"));
    Population population = new Population(LocalSpark.AWS.open().pack(), 14, LocalSpark.AS_OF);
    for (int file = 0; file < FILES; file++) {
      try (OutputStream out = Files.newOutputStream(folder.resolve("in/" + file + ".jsonl"))) {
        for (int i = file; i < CANDIDATES; i += FILES) {
          out.write(RecordJson.line(population.candidate(i)));
          out.write('\n');
        }
        out.write(BROKEN.getBytes(UTF_8));
      }
    }
  }

  /** Whether an executor has begun to write decisions. */
  private boolean isWriting() throws IOException {
    Path tasks = folder.resolve("out/_temporary/0/_temporary");
    if (Files.notExists(tasks)) {
      return false;
    }
    try (Stream<Path> begun = Files.list(tasks)) {
      return begun.findAny().isPresent();
    }
  }

  private static Stream<ProcessHandle> executors(Process run) {
    return run.descendants()
        .filter(
            process ->
                process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"));
  }

  private static Set<String> sorted(Job job, String output) throws IOException {
    Set<String> lines = new TreeSet<>(job.lines(output));
    assertThat(lines).as("no line of %s is there twice", output).hasSameSizeAs(job.lines(output));
    return lines;
  }
}
