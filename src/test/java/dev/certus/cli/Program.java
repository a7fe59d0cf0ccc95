package dev.certus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs the packaged program as a process of its own. */
final class Program {

  static final Path JAR = Path.of("target/certus.jar").toAbsolutePath();

  /** Kept between tests, so that each pack is compiled once. */
  private static final Path CACHE = Path.of("target/test-cache").toAbsolutePath();

  private static final Path BUILT = Path.of("target/test-java").toAbsolutePath();

  private static final Path JAVA = java();

  private static final int POLL = 5; // milliseconds

  private Program() {}

  /** How a run ended, and what it wrote. */
  record Result(int exit, String out, String err) {}

  /** Runs certus in a folder. */
  static Result certus(Path folder, String... arguments) {
    return certus(folder, new byte[0], arguments);
  }

  /** Runs certus in a folder, with something on its standard input. */
  static Result certus(Path folder, byte[] input, String... arguments) {
    try {
      Path out = Files.createTempFile("certus", ".out");
      Path err = Files.createTempFile("certus", ".err");
      Process process =
          builder(folder, command(List.of(arguments)))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input);
      } catch (IOException e) {
        // It ended without reading its input.
      }
      int exit = process.waitFor();
      Result result = new Result(exit, text(out), text(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The command that runs certus, to be started in another environment. */
  static ProcessBuilder prepared(Path folder, String... arguments) {
    return builder(folder, command(List.of(arguments)));
  }

  /** Starts certus in a folder; what it writes to standard error is shown, the rest is dropped. */
  static Process start(Path folder, List<String> arguments) throws IOException {
    return builder(folder, command(arguments))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT)
        .start();
  }

  /** Waits until something holds, or a process has ended; leaves the processor to it meanwhile. */
  static void await(Process process, BooleanSupplier holds) {
    try {
      boolean ended = false;
      while (!ended && !holds.getAsBoolean()) {
        ended = process.waitFor(POLL, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-jar", JAR.toString()));
    command.addAll(arguments);
    return command;
  }

  /**
   * The command {@code java}, made quick for short runs: little of Java's compiler and collector,
   * and classes from an archive.
   */
  private static Path java() {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(BUILT), "java");
      Path archive = folder.resolve("classes.jsa");
      List<String> real =
          List.of(
              System.getProperty("java.home") + "/bin/java",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC");
      archive(real, archive);
      Path java =
          Files.createFile(
              folder.resolve("java"),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      return Files.writeString(
          java,
          "#!/bin/sh\nexec %s -XX:SharedArchiveFile=%s \"$@\"\n"
              .formatted(String.join(" ", real), archive));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Archives the classes that deciding a record loads. */
  private static void archive(List<String> java, Path archive) throws IOException {
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of("-XX:ArchiveClassesAtExit=" + archive, "-jar", JAR.toString(), "decide"));
    command.add(Path.of("docs/samples/one.jsonl").toString());
    try {
      new ProcessBuilder(command)
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A process in a folder, in an environment that does not depend on the machine's user. */
  static ProcessBuilder builder(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().merge("PATH", JAVA.getParent() + ":", (path, mine) -> mine + path);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home")); // of the launcher
    builder.environment().put("XDG_CACHE_HOME", CACHE.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TZ", "Pacific/Apia");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
