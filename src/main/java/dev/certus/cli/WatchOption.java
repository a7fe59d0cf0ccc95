package dev.certus.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a command again whenever a file of its packs is saved. */
final class WatchOption {

  /** Editors save in several steps; what follows within this time belongs to the same saving. */
  private static final long SETTLE_MILLIS = 50;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--watch",
      description = "Run again whenever a file of the packs is saved, until interrupted.")
  private boolean watch;

  /** The exit code of {@code command}, run once; or run again and again until interrupted. */
  int repeat(List<Path> packs, IntSupplier command) {
    if (!watch) {
      return command.getAsInt();
    }
    try (WatchService service = FileSystems.getDefault().newWatchService()) {
      for (Path pack : PackOption.folders(packs)) {
        register(service, pack);
      }
      int exit = attempt(command);
      while (awaitChange(service)) {
        spec.commandLine().getErr().println("--");
        exit = attempt(command);
      }
      return exit;
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FINE;
    }
  }

  /** A pack that cannot be read now may be readable after the next change. */
  private int attempt(IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (RuntimeException e) {
      spec.commandLine().getErr().println("certus: " + e.getMessage());
      return ExitCode.COULD_NOT_RUN;
    }
  }

  private static void register(WatchService service, Path pack) throws IOException {
    try (Stream<Path> folders = Files.walk(pack)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    }
  }

  private static boolean awaitChange(WatchService service) throws InterruptedException {
    boolean relevant = false;
    while (!relevant) {
      WatchKey key = service.take();
      while (key != null) {
        relevant |= key.pollEvents().stream().anyMatch(WatchOption::isOfPack);
        key.reset();
        key = service.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
    return true;
  }

  private static boolean isOfPack(WatchEvent<?> event) {
    String name = String.valueOf(event.context());
    return name.endsWith(".drl") || name.endsWith(".yaml");
  }
}
