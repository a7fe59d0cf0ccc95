package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that reaches out of the engine is refused before it runs, whatever the command. */
class SandboxIT {

  private static final String RECORD =
      """
      {"candidateId":"C","attempts":[{"id":"A-1","exam":"NET-1","startedAt":"2026-03-02T10:00:00Z","outcome":"fail"}]}
      """;

  private static final String SCENARIO =
      """
      - scenario: a fail
        asOf: 2026-03-04T12:00:00Z
        record:
          attempts:
            - {id: A-1, exam: NET-1, startedAt: 2026-03-02T10:00:00Z, outcome: fail}
        expect:
          - {code: retake-blocked, subject: exam NET-1}
      """;

  @TempDir private Path folder;

  @ParameterizedTest(name = "{1} with {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          check   | 1 | java.nio.file.Files.createFile( java.nio.file.Path.of( "ran" ) );
          decide  | 2 | java.nio.file.Files.createFile( java.nio.file.Path.of( "ran" ) );
          test    | 2 | java.nio.file.Files.createFile( java.nio.file.Path.of( "ran" ) );
          explain | 2 | java.nio.file.Files.createFile( java.nio.file.Path.of( "ran" ) );
          """)
  void isRefusedAtItsPlace(String command, int exit, String code) throws IOException {
    Path pack = Packs.copy(Packs.FIVE_DAYS, Files.createDirectory(folder.resolve("mine")));
    Packs.change(
        pack.resolve("waits.drl"), "then\n    insert(", "then\n    " + code + "\n    insert(");
    Files.createDirectory(pack.resolve("scenarios"));
    Files.writeString(pack.resolve("scenarios/fails.yaml"), SCENARIO);
    Files.writeString(folder.resolve("one.jsonl"), RECORD);

    Result run =
        switch (command) {
          case "check", "test" -> certus(folder, command, "./mine");
          default ->
              certus(
                  folder,
                  command,
                  "./one.jsonl",
                  "--pack",
                  "./mine",
                  "--as-of",
                  "2026-03-04T12:00:00Z");
        };

    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.out() + run.err()).contains("mine/waits.drl:25:").contains("a rule may not use");
    assertThat(folder.resolve("ran")).doesNotExist();
  }
}
