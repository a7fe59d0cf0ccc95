package dev.certus.cli;

import dev.certus.sign.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus key}: a pair of keys to sign manifests with. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a pair of keys to sign manifests with.",
      "Writes the private key to FILE, which only you can read, and the public key to FILE.pub."
    },
    footer = {
      "",
      "Exit codes: 0 fine; 2 could not run, for one of the files is there already.",
      "",
      "Example:",
      "  certus key night.key",
      "  certus decide night.jsonl --output out.jsonl --sign night.key",
      "  certus verify out.jsonl.manifest.json --key night.key.pub"
    })
final class KeyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file for the private key.")
  private Path file;

  @Override
  public Integer call() {
    try {
      Keys.make(file);
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
    spec.commandLine()
        .getOut()
        .println("wrote %s, to keep, and %s, to give away".formatted(file, Keys.publicKey(file)));
    return ExitCode.FINE;
  }
}
