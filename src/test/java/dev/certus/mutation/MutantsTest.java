package dev.certus.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutants of numbers and of the catalogue, whatever layout their files have. */
class MutantsTest {

  @TempDir private Path pack;

  @BeforeEach
  void takeAPack() {
    Packs.copy(Packs.FIVE_DAYS, pack);
  }

  /** The mutants of one file; each of them must be a pack. */
  private List<Mutant> mutants(String file) {
    List<Mutant> mutants =
        Mutants.of(PackFiles.read(pack, "pack")).stream()
            .filter(mutant -> mutant.at().file().equals("pack/" + file))
            .toList();
    mutants.forEach(mutant -> Pack.read(mutant.files()));
    return mutants;
  }

  @Test
  void eachNumberIsOneMoreAndOneLess() {
    assertThat(mutants("terms.yaml"))
        .extracting(mutant -> mutant.at().line() + " " + mutant.in() + ": " + mutant.change())
        .containsExactly(
            "3 term wait: unit calendar-months instead of calendar-days",
            "7 term wait: 2 instead of 3",
            "7 term wait: 4 instead of 3",
            "8 term wait: 4 instead of 5",
            "8 term wait: 6 instead of 5");
    assertThat(mutants("terms.yaml").get(3).files().texts().get("terms.yaml"))
        .endsWith("    - value: 3\n    - {from: 2026-01-01, value: 4}\n");
  }

  @Test
  void numbersAreFoundInEachLayout() throws IOException {
    Files.writeString(
        pack.resolve("terms.yaml"),
        """
        "wait": {description: "unit: calendar-days, value: 9", unit: "calendar-years", clause: WAIT,
          reference: x, values: [ {value: 0}, {value: {any:
              "7"}, from: 2026-01-01}, # value: 8
            {from: 2027-01-01,
             value: 1}]}
        """);

    assertThat(mutants("terms.yaml"))
        .extracting(Mutant::change)
        .containsExactly(
            "unit calendar-months instead of calendar-years",
            "1 instead of 0",
            "any: 6 instead of 7",
            "any: 8 instead of 7",
            "0 instead of 1",
            "2 instead of 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        certifications: {NET: Networking, SEC: Security}
        exams:
          - {code: NET-1, certification: NET, level: any, first-day: 2020-01-01}  # the first

          # Another - and the last.
          - {code: SEC-1, certification: SEC, level: any, first-day: 2020-01-01}
        """,
        """
        exams:
        - code: NET-1
          certification: NET
          level: any
          first-day: 2020-01-01
        # Another.
        -
          code: SEC-1
          certification: SEC
          level: any
          first-day: 2020-01-01
        certifications: {NET: Networking, SEC: Security}
        """,
        """
        exams: [{code: NET-1, certification: NET, level: any, first-day: 2020-01-01} ,
          {code: SEC-1, certification: SEC, level: any, first-day: 2020-01-01}]
        certifications: {NET: Networking, SEC: Security}
        """
      })
  void eachRowOfTheCatalogueIsRemoved(String exams) throws IOException {
    Files.writeString(pack.resolve("exams.yaml"), exams);

    List<Mutant> mutants = mutants("exams.yaml");

    assertThat(mutants)
        .extracting(mutant -> Pack.read(mutant.files()).catalogue().exams().toString())
        .containsExactly("[SEC-1]", "[NET-1]");
    assertThat(mutants)
        .extracting(mutant -> mutant.change().replaceAll("[{}]", ""))
        .containsExactly(
            "row removed: code: NET-1, certification: NET, level: any, first-day: 2020-01-01"
                .replace(", ", exams.contains("- code") ? " " : ", "),
            "row removed: code: SEC-1, certification: SEC, level: any, first-day: 2020-01-01"
                .replace(", ", exams.contains("- code") ? " " : ", "));
  }
}
