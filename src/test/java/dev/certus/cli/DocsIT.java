package dev.certus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every console block of the pages in a copy of the project, page by page, and compares the
 * output. In a block, a line {@code …} stands for any lines, and {@code …} within a line for any
 * text. A block whose info string names a file after the language, such as {@code yaml
 * first-pack/pack.yaml}, is written to that file. Blocks of {@code console spark} run in the
 * profile with Spark.
 */
class DocsIT {

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?ms)^```(?:"
              + System.getProperty("docs.blocks", "console")
              + "|(?!console)\\w+ (?<file>\\S+))\\n(?<text>.*?)^```");
  private static final Pattern STEP = Pattern.compile("\\$ ((?:.*\\\\\n)*.*)\n((?:(?!\\$ ).*\n)*)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
  private static final String ANY = "…";
  private static final String BUILT = "target";

  @TestFactory
  Stream<DynamicTest> everyPageShowsWhatTheProgramDoes(@TempDir Path folder) throws IOException {
    return pages()
        .map(
            page ->
                dynamicTest(
                    page.toString(),
                    () -> {
                      Path copy = copy(folder, page);
                      run(page, copy);
                      Files.delete(copy.resolve(BUILT)); // the link, before the folder is deleted
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyLinkLeadsToAFile() throws IOException {
    return pages()
        .map(
            page ->
                dynamicTest(
                    page.toString(),
                    () ->
                        assertThat(
                                LINK.matcher(Files.readString(page))
                                    .results()
                                    .map(link -> page.resolveSibling(link.group(1)))
                                    .filter(Files::notExists))
                            .isEmpty()));
  }

  private static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .forEach(pages::add);
    }
    return pages.stream();
  }

  /** The project as a reader of the page has it, with the program built. */
  private static Path copy(Path folder, Path page) throws IOException {
    Path copy = folder.resolve(page.toString().replace('/', '-'));
    for (String part : List.of("rules", "docs", "src/spark")) {
      Files.walkFileTree(
          Path.of(part),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Path to = copy.resolve(file);
              Files.createDirectories(to.getParent());
              Files.copy(file, to);
              return FileVisitResult.CONTINUE;
            }
          });
    }
    Files.createSymbolicLink(copy.resolve(BUILT), Path.of(BUILT).toAbsolutePath());
    return copy;
  }

  private static void run(Path page, Path folder) throws IOException, InterruptedException {
    Matcher block = BLOCK.matcher(Files.readString(page));
    while (block.find()) {
      if (block.group("file") == null) {
        runSteps(block.group("text"), folder);
      } else {
        write(folder.resolve(block.group("file")), block.group("text"));
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void runSteps(String block, Path folder) throws IOException, InterruptedException {
    Matcher step = STEP.matcher(block);
    assertThat(step.lookingAt()).as("a console block begins with `$ `").isTrue();
    step.reset();
    while (step.find()) {
      assertThat(shell(folder, step.group(1)))
          .as("$ %s", step.group(1))
          .matches(pattern(step.group(2)));
    }
  }

  private static String shell(Path folder, String command)
      throws IOException, InterruptedException {
    Process process =
        Program.builder(folder, List.of("bash", "-c", command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String shown = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return shown;
  }

  private static Pattern pattern(String expected) {
    StringBuilder pattern = new StringBuilder();
    for (String line : expected.lines().toList()) {
      if (line.strip().equals(ANY)) {
        pattern.append("(?s:.*?)(?<![^\\n])");
      } else {
        pattern
            .append(Arrays.stream(line.split(ANY, -1)).map(Pattern::quote).collect(joining(".*")))
            .append("\\n");
      }
    }
    return Pattern.compile(pattern.toString());
  }
}
