package dev.certus.cli;

import dev.certus.pack.PackFiles;
import dev.certus.reference.Reference;
import dev.certus.rulebook.RuleBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus reference}: the manual of a pack. */
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the reference manual of a pack as Markdown: decisions, clauses, numbers by date,"
          + " readings, facts, what leads to what, and the catalogue."
    },
    footer = {"", "Example:", "  certus reference rules/aws --output docs/reference/aws.md"})
final class ReferenceCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PACK",
      arity = "0..1",
      description =
          "The pack's folder. Default: the working folder where it holds pack.yaml, else rules/aws in"
              + " it, else the pack that the program carries.")
  private Path pack;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "-",
      description = "Write the manual to this file. Default: -, standard output.")
  private String output;

  @Override
  public Integer call() {
    PackFiles files = PackOption.files(pack == null ? List.of() : List.of(pack)).get(0);
    RuleBook book = RuleBook.load(files, PackOption.cache());
    try (Output out = Output.open(output, spec.commandLine())) {
      out.stream().write(Reference.of(book).getBytes(StandardCharsets.UTF_8));
      out.complete();
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
    return ExitCode.FINE;
  }
}
