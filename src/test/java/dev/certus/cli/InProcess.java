package dev.certus.cli;

import dev.certus.cli.Program.Result;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Runs commands within the process of the tests, which spares the start of Java. What only a
 * process shows (its streams, folder, locks and end) is tested with {@link Program}.
 */
final class InProcess {

  private InProcess() {}

  /**
   * Runs a command that reads and writes files.
   *
   * @param folder what {@code ./} at the start of an argument or of its value stands for; it is
   *     left out of what the command prints, as if the command ran there
   */
  static Result certus(Path folder, String... arguments) {
    String[] placed =
        Stream.of(arguments)
            .map(argument -> argument.replaceFirst("(^|=)\\./", "$1" + folder + "/"))
            .toArray(String[]::new);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(new PrintWriter(out), new PrintWriter(err), placed);
    return new Result(exit, shown(out, folder), shown(err, folder));
  }

  private static String shown(StringWriter written, Path folder) {
    return written.toString().replace(folder + "/", "");
  }
}
