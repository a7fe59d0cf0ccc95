package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code certus reference}. */
class ReferenceIT {

  @TempDir private Path folder;

  @Test
  void theManualOfTheShippedPackIsFresh() throws IOException {
    Result run = certus(folder, "reference", "rules/aws", "--output=./aws.md");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(Path.of("docs/reference/aws.md")))
        .as(
            "stale; run: java -jar target/certus.jar reference rules/aws --output docs/reference/aws.md")
        .isEqualTo(Files.readString(folder.resolve("aws.md")));
  }

  @Test
  void aPackThatIsNotSoundHasNoManual() throws IOException {
    Path pack = Packs.copy(Packs.FIVE_DAYS, Files.createDirectory(folder.resolve("mine")));
    Packs.change(pack.resolve("waits.drl"), "@clause( \"WAIT\" )", "@clause( \"WEIGHT\" )");

    Result run = certus(folder, "reference", "./mine", "--output", "./manual.md");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("mine/waits.drl:20:").contains("no clause `WEIGHT`");
    assertThat(folder.resolve("manual.md")).doesNotExist();
  }
}
