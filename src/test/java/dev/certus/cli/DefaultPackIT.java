package dev.certus.cli;

import static dev.certus.cli.Program.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a folder that holds a pack, each command works with that pack. */
class DefaultPackIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";
  private static final byte[] RECORD =
      "{\"candidateId\":\"C-1\"}\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @BeforeEach
  void aPackInTheWorkingFolder() {
    Packs.copy(Packs.FIVE_DAYS, folder);
  }

  @Test
  void decideSaysSoFirst() {
    Result run = certus(folder, RECORD, "decide");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).startsWith("pack five-days 1 from . (sha256 ").contains("\nas of ");
  }

  @Test
  void explain() {
    assertThat(certus(folder, RECORD, "explain", AS_OF).err())
        .contains("pack five-days 1 from . (sha256 ");
  }

  @Test
  void check() {
    assertThat(certus(folder, "check").err()).isEqualTo(".: clean\n");
  }

  @Test
  void test() {
    assertThat(certus(folder, "test").err()).startsWith(".: 0 scenarios");
  }

  @Test
  void mutate() {
    assertThat(certus(folder, "mutate", "--only=no such change").err())
        .contains("help: certus mutate .");
  }

  @Test
  void reference() {
    assertThat(certus(folder, "reference").out()).contains("A body with another policy");
  }
}
