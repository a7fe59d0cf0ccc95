package dev.certus.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.certus.Packs;
import dev.certus.problem.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueReaderTest {

  @TempDir private Path pack;

  /** The problems of a catalogue, each as place and message. */
  private List<String> problems(String exams, String renewals) throws IOException {
    Packs.copy(Packs.FIVE_DAYS, pack);
    Files.writeString(pack.resolve("exams.yaml"), exams);
    Files.writeString(pack.resolve("renewals.yaml"), renewals);
    PackFiles files = PackFiles.read(pack, "pack");
    return catchThrowableOfType(PackException.class, () -> Pack.read(files)).problems().stream()
        .map(problem -> problem.at() + ": " + problem.message())
        .toList();
  }

  @Test
  void aFaultyCertificationHidesNoOtherFault() throws IOException {
    List<String> problems =
        problems(
            """
            certifications:
              NET: [Networking]
              SEC: Security
            exams:
              - {code: NET-1, certification: NET, level: any, first-day: 2020-01-01}
              - {code: SEC-1, certification: SEK, level: any, first-day: 2020-01-01}
              - {certification: SEC, first-day: 2020-01-01}
            """,
            "- {certification: NET, renewed-by: SIC}\n");

    assertThat(problems)
        .containsExactly(
            "pack/exams.yaml:2:8: a text is expected here",
            "pack/exams.yaml:6:34: the catalogue has no certification `SEK`",
            "pack/exams.yaml:7:5: `code` is missing here",
            "pack/renewals.yaml:1:36: the catalogue has no certification `SIC`");
  }

  @Test
  void withoutCertificationsNoRowIsBlamedForNamingOne() throws IOException {
    List<String> problems =
        problems(
            """
            certifications: [NET]
            exams:
              - {code: NET-1, certification: NET, level: any, first-day: soon}
              - {code: NET-2, certification: NET, level: any, first-day: 2020-01-01}
            """,
            "- {certification: NET, renewed-by: SEC}\n");

    assertThat(problems)
        .containsExactly(
            "pack/exams.yaml:1:17: a mapping of names to values is expected here",
            "pack/exams.yaml:3:62: `first-day` is not a date: `soon`");
  }

  @Test
  void rowsThatContradictEachOtherAreReported() throws IOException {
    List<String> problems =
        problems(
            """
            certifications: {NET: Networking, SEC: Security}
            exams:
              - {code: NET-1, certification: NET, level: any, first-day: 2020-01-01}
              - {code: NET-1, certification: SEC, level: any, first-day: 2020-01-01}
            """,
            """
            - {certification: NET, renewed-by: SEC}
            - {certification: NET, renewed-by: SEC, from: 2026-01-01}
            """);

    assertThat(problems)
        .containsExactly(
            "pack/exams.yaml:4:5: the exam `NET-1` has two rows",
            "pack/renewals.yaml:2:3: `SEC` renews `NET` in two rows");
  }
}
