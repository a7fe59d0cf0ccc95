package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules that reach for what no rule may have, one a file in {@code src/test/resources/escapes}. The
 * first line of a file says what it is refused for, where, and whether only when it is compiled.
 * Those that would leave a mark, if they ran, make a file or folder {@code ran} or set the property
 * {@code escaped}.
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

  /** An escape: the name of its file, why it is refused, and where. */
  record Escape(String name, String code, String place, boolean isCompiled) {

    static Escape of(Path file) {
      String[] words = text(file).lines().findFirst().orElseThrow().substring(3).split(" ", -1);
      return new Escape(file.getFileName().toString(), words[0], words[1], words.length > 2);
    }

    /** Escapes of one kind stand in one pack; those whose names would mix stand alone. */
    String pack() {
      String kind = name.substring(0, name.indexOf('-'));
      boolean alone = isCompiled || kind.equals("fact") || kind.equals("function");
      return alone ? name : kind;
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Collection<List<Escape>> packs() throws IOException {
    try (Stream<Path> files = Files.list(ESCAPES)) {
      return files
          .map(Escape::of)
          .collect(Collectors.groupingBy(Escape::pack, TreeMap::new, Collectors.toList()))
          .values();
    }
  }

  @Test
  void areMany() throws IOException {
    assertThat(packs().stream().flatMap(List::stream)).hasSizeGreaterThan(350);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packs")
  void areRefusedByEveryCommandAtTheirPlaces(List<Escape> escapes) throws IOException {
    Files.delete(folder.resolve("mine/waits.drl"));
    for (Escape escape : escapes) {
      Files.copy(ESCAPES.resolve(escape.name()), folder.resolve("mine/" + escape.name()));
    }
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
