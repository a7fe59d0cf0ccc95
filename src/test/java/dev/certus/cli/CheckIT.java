package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code certus check}, as an analyst and a build server run it. */
class CheckIT {

  @TempDir private Path folder;

  @BeforeEach
  void takeAPack() throws IOException {
    Packs.copy(Packs.FIVE_DAYS, Files.createDirectory(folder.resolve("mine")));
  }

  private void breakIt() {
    Packs.change(folder.resolve("mine/waits.drl"), "$until : until,", "$until : untill,");
    Packs.change(folder.resolve("mine/terms.yaml"), "value: 3", "value: three");
  }

  @Test
  void aSoundPackIsClean() {
    Result run = certus(folder, "check", "./mine");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("mine: clean\n");
  }

  @Test
  void findingsAreShownInTheirLines() {
    breakIt();

    Result run = certus(folder, "check", "./mine");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            mine/terms.yaml:7:14: `three` is not a number [pack-file]
              |     - value: three
              |              ^

            mine/waits.drl:33:40: nothing has this name, in `$until : untill` [drl-compile]
              |     Wait( $attempt : attempt, $until : untill, until > $now )
              |                                        ^
              help: did you mean `until`?

            """);
    assertThat(run.err()).isEqualTo("mine: 2 findings\n");
  }

  @Test
  void findingsAreReadableByPrograms() {
    breakIt();

    assertThat(certus(folder, "check", "./mine", "--format=json").out().lines())
        .first()
        .isEqualTo(
            """
            {"code":"pack-file","file":"mine/terms.yaml","line":7,"column":14,"message":"`three` is not a number"}""");
    assertThat(certus(folder, "check", "./mine", "--format=github").out().lines())
        .first()
        .isEqualTo(
            "::error file=mine/terms.yaml,line=7,col=14,title=pack-file::`three` is not a number");
  }

  @Test
  void aFolderThatIsNoPackCannotBeChecked() {
    Result run = certus(folder, "check", "./nowhere");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("nowhere: there is no such folder");
  }
}
