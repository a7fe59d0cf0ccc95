package dev.certus.cli;

import dev.certus.scenario.ScenarioFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus new}: a pack to begin with. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a small pack to begin with: one clause, one number, two rules and their scenarios."
          + " It is clean, and every change of it fails a scenario."
    },
    footer = {"", "Example:", "  certus new rules/acme"})
final class NewCommand implements Callable<Integer> {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,30}");
  private static final List<String> FILES =
      List.of(
          "pack.yaml",
          "clauses.yaml",
          "readings.yaml",
          "terms.yaml",
          "exams.yaml",
          "rules.drl",
          ScenarioFiles.FOLDER + "/retakes.yaml");

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      description =
          "The pack's folder, not to be there yet. Its last part is the pack's name: small letters"
              + " and digits.")
  private Path folder;

  @Override
  public Integer call() {
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    if (!NAME.matcher(name).matches()) {
      throw new UserException(
          "`%s` is no name of a pack: small letters and digits, a letter first%n  help: write it like rules/acme"
              .formatted(name));
    }
    if (Files.exists(folder)) {
      throw new UserException(
          "%s is there already%n  help: name a folder that is not there".formatted(folder));
    }
    try {
      Files.createDirectories(folder.resolve(ScenarioFiles.FOLDER));
      for (String file : FILES) {
        Files.writeString(folder.resolve(file), text(file).replace("NAME", name));
      }
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%1$s: %2$d files%n  next: certus check %1$s && certus test %1$s%n",
            folder, FILES.size());
    return ExitCode.FINE;
  }

  private static String text(String file) throws IOException {
    try (InputStream in = NewCommand.class.getResourceAsStream("new/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
