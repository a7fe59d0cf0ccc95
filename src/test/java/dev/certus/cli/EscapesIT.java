package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Escape;
import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@link Escape} is refused by every command at its place, and none has run. */
class EscapesIT {

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
    assertThat(Escape.RAN).doesNotExist();
    assertThat(System.getProperty("escaped")).isNull();
  }

  static Collection<List<Escape>> packs() throws IOException {
    return Escape.packs();
  }

  @Test
  void areMany() throws IOException {
    assertThat(packs().stream().flatMap(List::stream)).hasSizeGreaterThan(350);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packs")
  void areRefusedByEveryCommandAtTheirPlaces(List<Escape> escapes) throws IOException {
    Escape.put(escapes, folder.resolve("mine"));
    Result check = certus(folder, "check", "./mine");
    assertThat(check.exit()).as(check.out()).isEqualTo(1);
    assertThat(check.out()).contains("help: ");
    Set<String> findings =
        Pattern.compile("(?m)^(mine/\\S+:\\d+:\\d+): .* \\[([a-z-]+)\\]$")
            .matcher(check.out())
            .results()
            .map(finding -> finding.group(1) + " " + finding.group(2))
            .collect(Collectors.toSet());
    for (Escape escape : escapes) {
      assertThat(findings)
          .contains("mine/%s:%s %s".formatted(escape.name(), escape.place(), escape.code()));
    }
    for (String command : List.of("test", "mutate", "reference")) {
      isRefused(escapes, command, "./mine");
    }
    for (String command : List.of("decide", "explain")) {
      isRefused(escapes, command, "./one.jsonl", "--pack=./mine", "--as-of=2026-03-04T12:00:00Z");
    }
    manifest();
    Result verify = certus(folder, "verify", "./run.json", "--pack=./mine");
    assertThat(verify.exit()).as(verify.out() + verify.err()).isEqualTo(1);
    assertThat(verify.out()).contains("the pack is not sound, so nothing can be decided again");
    for (Escape escape : escapes) {
      assertThat(verify.out()).contains("mine/%s:%s: ".formatted(escape.name(), escape.place()));
    }
  }

  /** The manifest of a run by the pack, as if there could have been one. */
  private void manifest() throws IOException {
    String record = folder.resolve("one.jsonl").toString();
    Files.writeString(
        folder.resolve("run.json"),
        Files.readString(Path.of("src/test/resources/manifest.json"))
            .replace("g.jsonl", record)
            .replace("g.out", record));
  }

  private void isRefused(List<Escape> escapes, String... command) {
    Result run = certus(folder, command);
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.err()).contains("  help: ").doesNotContain("\tat ");
    for (Escape escape : escapes) {
      assertThat(run.err()).contains("mine/%s:%s: ".formatted(escape.name(), escape.place()));
    }
  }
}
