package dev.certus.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Runs the packaged program as a process of its own. */
final class Program {

  static final Path JAR = Path.of("target/certus.jar").toAbsolutePath();

  /** Kept between tests, so that each pack is compiled once. */
  private static final Path CACHE = Path.of("target/test-cache").toAbsolutePath();

  private static final Path JAVA = java();

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

  /** Starts certus in a folder; what it writes to standard error is shown, the rest is dropped. */
  static Process start(Path folder, List<String> arguments) throws IOException {
    return builder(folder, command(arguments))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-jar", JAR.toString()));
    command.addAll(arguments);
    return command;
  }

  /**
   * The command {@code java}, with little of Java's compiler and collector, which cost short runs
   * more than they give.
   */
  private static Path java() {
    String real = System.getProperty("java.home") + "/bin/java";
    String script =
        "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \"$@\"\n".formatted(real);
    try {
      Path folder = Files.createDirectories(Path.of("target/test-java").toAbsolutePath());
      Path aside =
          Files.createTempFile(
              folder,
              "java",
              null,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      Files.writeString(aside, script);
      return Files.move(aside, folder.resolve("java"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A process in a folder, in an environment that does not depend on the machine's user. */
  static ProcessBuilder builder(Path folder, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().merge("PATH", JAVA.getParent() + ":", (path, mine) -> mine + path);
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
