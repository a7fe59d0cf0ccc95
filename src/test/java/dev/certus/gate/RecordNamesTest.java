package dev.certus.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.drl.DrlTree;
import dev.certus.pack.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of a record's declaration that rules have for something else. */
class RecordNamesTest {

  @TempDir private Path pack;

  @Test
  void aNameThatRulesHaveAlreadyIsRefusedAtItsPlace() throws IOException {
    Packs.copy(Packs.FIVE_DAYS, pack);
    Files.writeString(
        pack.resolve("record.yaml"),
        """
        words:
          Day: [monday, sunday]
        lists:
          papers:
            fact: Exam
            fields:
              weekday: Day
              place: {type: object, named: String, fields: {street: text}}
          voyages:
            fact: Voyage
            fields:
              length: number
        """);

    assertThat(Gate.problems(DrlTree.of(PackFiles.read(pack, "pack"))))
        .filteredOn(problem -> problem.code().equals("record-name"))
        .extracting(problem -> problem.at() + ": " + problem.message())
        .containsExactly(
            "pack/record.yaml:2:3: `Day` is already a name of rules, for `dev.certus.time.Day`",
            "pack/record.yaml:5:11: `Exam` is already a name of rules, for `dev.certus.pack.Exam`",
            "pack/record.yaml:8:36: `String` is already a name of rules, for `java.lang.String`");
  }
}
