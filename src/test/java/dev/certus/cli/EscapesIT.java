package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules that reach for what no rule may have, one a file in {@code src/test/resources/escapes}. The
 * first line of a file says what it is refused for, and where. Those that would leave a mark, if
 * they ran, make a file or folder {@code ran} or set the property {@code escaped}.
 */
class EscapesIT {

  private static final Path ESCAPES = Path.of("src/test/resources/escapes");
  private static final Path RAN = Path.of("ran");

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

  @BeforeEach
  void aPack() throws IOException {
    Path pack = Packs.copy(Packs.FIVE_DAYS, Files.createDirectory(folder.resolve("mine")));
    Files.createDirectory(pack.resolve("scenarios"));
    Files.writeString(pack.resolve("scenarios/fails.yaml"), SCENARIO);
    Files.writeString(folder.resolve("one.jsonl"), RECORD);
  }

  @AfterEach
  void noneHasRun() {
    assertThat(RAN).doesNotExist();
    assertThat(System.getProperty("escaped")).isNull();
  }

  static List<String> escapes() throws IOException {
    try (Stream<Path> files = Files.list(ESCAPES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void areManyAndEachHasItsName() throws IOException {
    assertThat(escapes()).hasSizeGreaterThan(350).allMatch(name -> name.endsWith(".drl"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("escapes")
  void isRefusedByEveryCommandAtItsPlace(String name) throws IOException {
    String text = Files.readString(ESCAPES.resolve(name));
    String[] expected = text.lines().findFirst().orElseThrow().substring(3).split(" ", -1);
    String place = "mine/waits.drl:" + expected[1] + ": ";
    Files.writeString(folder.resolve("mine/waits.drl"), text);

    Result check = certus(folder, "check", "./mine");
    assertThat(check.exit()).as(check.out()).isEqualTo(1);
    assertThat(check.out()).contains(place).contains("[" + expected[0] + "]").contains("help: ");
    for (String command : List.of("test", "mutate", "reference")) {
      assertThat(refused(command, "./mine")).contains(place);
    }
    for (String command : List.of("decide", "explain")) {
      assertThat(refused(command, "./one.jsonl", "--pack=./mine", "--as-of=2026-03-04T12:00:00Z"))
          .contains(place);
    }
  }

  private String refused(String... command) {
    Result run = certus(folder, command);
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err()).contains("  help: ").doesNotContain("\tat ");
    return run.err();
  }
}
