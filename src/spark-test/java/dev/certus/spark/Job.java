package dev.certus.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The packaged job in a folder, as spark-submit runs it, in a process of its own. */
final class Job {

  private static final Path BUILT = Path.of("target").toAbsolutePath();
  private static final Path OPENS = Path.of("src/spark/opens.args").toAbsolutePath();

  /** Spares a short run what pays in a long one alone. */
  private static final List<String> SHORT_RUN =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path folder;

  Job(Path folder) {
    this.folder = folder;
  }

  /** Starts it; it may start processes of its own. */
  Process start(String master, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("java", "@" + OPENS, "-cp", BUILT.resolve("spark") + "/*"));
    command.addAll(1, SHORT_RUN);
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
    command.addAll(List.of(BUILT.resolve("certus-spark.jar").toString()));
    command.addAll(List.of("--as-of=2026-11-23T08:00:00Z"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("SPARK_HOME", home().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // or it looks for a build of Spark
    return builder.start();
  }

  /** Where executors look for Spark's jars. */
  private Path home() throws IOException {
    Path home = Files.createDirectories(folder.resolve("spark"));
    if (Files.notExists(home.resolve("jars"))) {
      Files.createSymbolicLink(home.resolve("jars"), BUILT.resolve("spark"));
    }
    return home;
  }

  /** What it has said so far. */
  String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  /** The lines of an output, in no order. */
  List<String> lines(String output) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> parts = Files.list(folder.resolve(output))) {
      for (Path part : parts.filter(p -> p.getFileName().toString().startsWith("part-")).toList()) {
        lines.addAll(Files.readAllLines(part));
      }
    }
    return lines;
  }
}
