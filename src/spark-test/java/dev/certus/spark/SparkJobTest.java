package dev.certus.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What the job says before it asks anything of Spark. */
class SparkJobTest {

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

  private int run(String... arguments) {
    return SparkJob.run(new PrintWriter(err, true), arguments);
  }
}
