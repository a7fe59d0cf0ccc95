package dev.certus.cli;

import static dev.certus.cli.Program.certus;
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

  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void theManualOfTheShippedPackIsFresh() throws IOException {
    Result run = certus(HERE, "reference", "rules/aws");

    assertThat(run.exit()).isZero();
    assertThat(Files.readString(HERE.resolve("docs/reference/aws.md")))
        .as(
            "stale; run: java -jar target/certus.jar reference rules/aws --output docs/reference/aws.md")
        .isEqualTo(run.out());
  }

  @Test
  void aPackThatIsNotSoundHasNoManual() throws IOException {
    Path pack = Packs.copy(Packs.FIVE_DAYS, Files.createDirectory(folder.resolve("mine")));
    Packs.change(pack.resolve("waits.drl"), "@clause( \"WAIT\" )", "@clause( \"WEIGHT\" )");

    Result run = certus(folder, "reference", "mine", "--output", "manual.md");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("mine/waits.drl:20:").contains("no clause `WEIGHT`");
    assertThat(folder.resolve("manual.md")).doesNotExist();
  }
}
