package dev.certus.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Escape;
import dev.certus.Packs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the job says before it asks anything of Spark. */
class SparkJobTest {

  @TempDir private Path folder;

  private final StringWriter err = new StringWriter();

  @Test
  void anInstantWithoutAnOffsetIsRefused() {
    assertThat(run("in", "--as-of=2026-11-23T08:00:00", "--output=o", "--rejected=r")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("certus: Invalid value for option '--as-of'")
        .contains("`2026-11-23T08:00:00` is no instant with an offset or Z")
        .contains("help: --help");
  }

  @Test
  void theInstantIsNeverGuessed() {
    assertThat(run("in", "--output=o", "--rejected=r")).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required option: '--as-of=INSTANT'");
  }

  @Test
  void aFolderThatHoldsNoPackIsNamed() {
    assertThat(
            run("in", "--as-of=2026-11-23T08:00:00Z", "--output=o", "--rejected=r", "--pack=none"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("none").contains("there is no such folder");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.certus.Escape#packs")
  void rulesThatReachOutAreRefusedAtTheirPlaces(List<Escape> escapes) throws IOException {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Escape.put(escapes, pack);

    assertThat(
            run(
                "in",
                "--as-of=2026-11-23T08:00:00Z",
                "--output=o",
                "--rejected=r",
                "--pack=" + pack))
        .isEqualTo(2);
    assertThat(err.toString()).contains("help: ").doesNotContain("\tat ");
    for (Escape escape : escapes) {
      assertThat(err.toString()).contains("/%s:%s: ".formatted(escape.name(), escape.place()));
    }
    assertThat(Escape.RAN).doesNotExist();
    assertThat(System.getProperty("escaped")).isNull();
  }

  private int run(String... arguments) {
    return SparkJob.run(new PrintWriter(err, true), arguments);
  }
}
