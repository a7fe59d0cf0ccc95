package dev.certus.cli;

import dev.certus.lsp.LanguageServerProcess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code certus lsp}: packs in an editor. */
@Command(
    name = "lsp",
    mixinStandardHelpOptions = true,
    description = {
      "Speaks the Language Server Protocol on standard input and output, for editors: findings"
          + " as you type, completion, meanings, definitions, renaming, and how the scenarios go."
    },
    footer = {"", "Exit codes: 0 the editor ended it; 2 could not run."})
final class LspCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    LanguageServerProcess.run(System.in, Main.standardOutput(spec));
    return ExitCode.FINE;
  }
}
