package dev.certus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code target/certus}: what it runs, and the classes that it keeps. */
class LauncherIT {

  private static final Path LAUNCHER = Path.of("target/certus").toAbsolutePath();
  private static final String SHOWS_CLASSES = "-Xlog:class+load:file=loaded.txt";
  private static final String KEY = "key";

  @TempDir private Path folder;

  private Path cache;

  @BeforeEach
  void aCache() {
    cache = folder.resolve("a cache/certus");
  }

  @Test
  void theFirstUseOfACommandKeepsItsClassesAndTheNextTakesThem() throws Exception {
    assertThat(run(started("", KEY, "one"))).isZero();
    assertThat(kept()).hasSize(1);
    assertThat(folder.resolve("one.pub")).exists();

    assertThat(run(started(SHOWS_CLASSES, KEY, "two"))).isZero();

    assertThat(Files.readString(folder.resolve("loaded.txt")))
        .contains("dev.certus.cli.KeyCommand source: shared objects file (top)");
    assertThat(run(started("", "generate", "1", "--as-of=2026-01-01T00:00:00Z"))).isZero();
    assertThat(kept()).hasSize(2);
  }

  @Test
  void inputOutputAndExitCodeAreThoseOfTheProgram() throws Exception {
    for (int use = 0; use < 2; use++) {
      Process decide = started("", "decide", "--as-of=2026-01-01T00:00:00Z").start();
      decide.getOutputStream().write("{\"candidateId\":\"C-1\"}\n{\n".getBytes(UTF_8));
      decide.getOutputStream().close();

      assertThat(new String(decide.getInputStream().readAllBytes(), UTF_8))
          .isEqualTo(
              "{\"candidateId\":\"C-1\",\"asOf\":\"2026-01-01T00:00:00Z\",\"decisions\":[]}\n");
      assertThat(new String(decide.getErrorStream().readAllBytes(), UTF_8))
          .startsWith("pack aws ")
          .doesNotContain("[warning]");
      assertThat(decide.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void whatFailsOrOnlyShowsHelpKeepsNothing() throws Exception {
    assertThat(run(started("", "decide", "nowhere"))).isEqualTo(2);
    assertThat(run(started("", "decide", "--help"))).isZero();
    assertThat(run(started("", "--version"))).isZero();

    assertThat(kept()).isEmpty();
  }

  @Test
  void severalFirstUsesAtOnceDisturbNoOther() throws Exception {
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(quiet(started("", KEY, "k" + i)).start());
    }
    for (Process one : all) {
      assertThat(one.waitFor()).isZero();
    }

    assertThat(kept()).hasSize(1);
    assertThat(run(started("", KEY, "after"))).isZero();
  }

  @Test
  void whatIsTornOrNoArchiveIsIgnored() throws Exception {
    assertThat(run(started("", KEY, "one"))).isZero();
    Path classes = kept().get(0);
    classes.toFile().setWritable(true);
    byte[] whole = Files.readAllBytes(classes);
    for (int cut : new int[] {whole.length / 2, 100, 0}) {
      Files.write(classes, Arrays.copyOf(whole, cut));
      works("of" + cut);
    }
    byte[] zeros = whole.clone();
    Arrays.fill(zeros, whole.length / 2, whole.length, (byte) 0);
    Files.write(classes, zeros);
    works("zeros");
  }

  private void works(String key) throws IOException, InterruptedException {
    Process process = started("", KEY, key).start();
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(err).isZero();
    assertThat(err).isEmpty();
  }

  @Test
  void withoutAPlaceToKeepThemItStartsAllTheSame() throws Exception {
    Files.writeString(folder.resolve("a cache"), "a file");

    assertThat(run(started("", KEY, "one"))).isZero();
    assertThat(folder.resolve("one.pub")).exists();
  }

  @Test
  void aLinkToItWorksAndWithoutJavaItSaysSo() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("c"), LAUNCHER);
    List<String> version = List.of(link.toString(), "--version");
    assertThat(run(Program.builder(folder, version))).isZero();

    ProcessBuilder linked = Program.builder(folder, version);
    linked.environment().put("JAVA_HOME", "/nowhere");
    Process process = linked.start();
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
        .isEqualTo(
            """
            certus: there is no java in /nowhere/bin
              help: install a JDK 17, or let JAVA_HOME name its folder
            """);
  }

  @Test
  void aSignalEndsTheProgramAtItsFirstUseToo() throws Exception {
    Process waiting = quiet(started("", "decide", "--as-of=2026-01-01T00:00:00Z")).start();
    ProcessHandle java = child(waiting);

    waiting.destroy();

    assertThat(waiting.waitFor()).isNotZero();
    assertThat(java.isAlive()).isFalse();
    assertThat(kept()).isEmpty();
  }

  /** The java that a launcher runs, once it is there. */
  private static ProcessHandle child(Process launcher) {
    while (true) {
      Optional<ProcessHandle> java =
          launcher
              .children()
              .filter(one -> one.info().command().orElse("").endsWith("/java"))
              .findFirst();
      if (java.isPresent()) {
        return java.get();
      }
      assertThat(launcher.isAlive()).isTrue();
    }
  }

  private ProcessBuilder started(String options, String... arguments) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = Program.builder(folder, command);
    builder.environment().put("XDG_CACHE_HOME", cache.getParent().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (!options.isEmpty()) {
      builder.environment().put("JDK_JAVA_OPTIONS", options);
    }
    return builder;
  }

  private static ProcessBuilder quiet(ProcessBuilder builder) {
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static int run(ProcessBuilder builder) throws IOException, InterruptedException {
    return quiet(builder).start().waitFor();
  }

  private List<Path> kept() throws IOException {
    if (Files.notExists(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().contains("classes-")).toList();
    }
  }
}
