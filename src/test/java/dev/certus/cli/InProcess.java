package dev.certus.cli;

import dev.certus.cli.Program.Result;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Runs commands within the process of the tests, which spares the start of Java. What only a
 * process shows (its streams, folder, locks and end) is tested with {@link Program}.
 */
final class InProcess {

  private InProcess() {}

  /**
   * Runs a command that reads and writes files; not one that reads standard input, which is not the
   * test's own.
   *
   * @param folder what {@code ./} at the start of an argument or of its value stands for; it is
   *     left out of what the command prints, as if the command ran there
   */
  static Result certus(Path folder, String... arguments) {
    String[] placed =
        Stream.of(arguments)
            .map(argument -> argument.replaceFirst("(^|=)\\./", "$1" + folder + "/"))
            .toArray(String[]::new);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Main.run(out, err, placed);
    return new Result(exit, shown(out, folder), shown(err, folder));
  }

  private static String shown(ByteArrayOutputStream written, Path folder) {
    return written.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
  }
}
