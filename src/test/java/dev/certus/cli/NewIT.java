package dev.certus.cli;

import static dev.certus.cli.Program.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.cli.Program.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new pack, and the schema of the records that it decides. */
class NewIT {

  @TempDir private Path folder;

  @Test
  void aNewPackIsCleanAndEveryChangeOfItIsNoticed() {
    assertThat(certus(folder, "new", "acme").exit()).isZero();

    Result check = certus(folder, "check", "acme");
    assertThat(check.err()).isEqualTo("acme: clean\n");
    assertThat(certus(folder, "test", "acme", "--coverage", "--fail-under", "100").exit()).isZero();
    Result mutate = certus(folder, "mutate", "acme");
    assertThat(mutate.exit()).as(mutate.out()).isZero();
  }

  @Test
  void aFolderThatIsThereOrHasNoNameOfAPackIsRefused() throws Exception {
    Files.createDirectory(folder.resolve("acme"));

    assertThat(certus(folder, "new", "acme").err()).contains("acme is there already");
    assertThat(certus(folder, "new", "My-Pack").err()).contains("`My-Pack` is no name of a pack");
  }

  @Test
  void thePackInTheWorkingFolderDecidesAndItsSchemaHasItsFields() throws Exception {
    certus(folder, "new", "acme");
    Path acme = folder.resolve("acme");
    Files.writeString(
        acme.resolve("record.yaml"),
        """
        lists:
          credits:
            fact: Credit
            happens: earnedOn
            fields:
              earnedOn: {type: day, required: true}
              hours: {type: number, range: [1, 40]}
        """);

    assertThat(certus(acme, "schema").out())
        .contains("\"credits\"", "\"maximum\" : 40", "\"format\" : \"date\"");
    Files.writeString(
        acme.resolve("one.jsonl"),
        """
        {"candidateId":"C","credits":[{"id":"H-1","earnedOn":"2026-01-02","hours":41}]}
        """);
    Result decided = certus(acme, "decide", "--as-of", "2026-03-01T00:00:00Z", "one.jsonl");
    assertThat(decided.exit()).isEqualTo(1);
    assertThat(decided.err())
        .contains("pack acme 1 from .")
        .contains("/credits/0/hours", "expected a whole number from 1 to 40");
  }
}
