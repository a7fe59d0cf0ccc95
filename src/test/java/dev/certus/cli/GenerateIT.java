package dev.certus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.cli.Program.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code certus generate}. */
class GenerateIT {

  @TempDir Path folder;

  /** Java's own unordered maps and sets have another order in each process. */
  @ParameterizedTest
  @MethodSource("dev.certus.Packs#shipped")
  void aSeedMakesTheSameRecordsInEachProcess(Path pack) {
    String[] generate = {
      "generate",
      "300",
      "--seed=7",
      "--as-of=2026-11-23T08:00:00Z",
      "--pack=" + pack.toAbsolutePath()
    };

    Result here = InProcess.certus(folder, generate);
    Result there = Program.certus(folder, generate);

    assertThat(here.out()).hasLineCount(300);
    assertThat(there.out()).isEqualTo(here.out());
  }
}
