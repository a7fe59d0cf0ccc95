package dev.certus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The reference of the command line names every command and option, each under its command. */
class CommandLineDocsTest {

  private static final Path PAGE = Path.of("docs/operate/command-line.md");
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) {2,}");
  private static final Pattern OPTION = Pattern.compile("(?m)^ {2,}(?:-\\w, )?(--[a-z-]+)");
  private static final List<String> EVERYWHERE = List.of("--help", "--version");

  @TestFactory
  Stream<DynamicTest> everyOptionIsUnderItsCommand() throws IOException {
    String page = Files.readString(PAGE);
    List<String> commands = found(COMMAND, usage("--help"));
    assertThat(commands).contains("decide", "check", "explain");
    return commands.stream().map(command -> dynamicTest(command, () -> check(command, page)));
  }

  private static void check(String command, String page) {
    String heading = "## certus " + command + "\n";
    assertThat(page).contains(heading);
    String section = page.substring(page.indexOf(heading) + heading.length()).split("\n## ", -1)[0];
    List<String> options = found(OPTION, usage(command, "--help"));
    options.removeAll(EVERYWHERE);
    assertThat(options)
        .allSatisfy(option -> assertThat(section).containsPattern("`" + option + "[` ]"));
  }

  private static String usage(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Main.run(out, out, arguments);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> found(Pattern pattern, String text) {
    return new ArrayList<>(
        pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList());
  }
}
