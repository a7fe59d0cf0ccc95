package dev.certus.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Times {@code certus decide} as a process: by source and sink, beside the raw speed of reading and
 * writing the same bytes; with one thread and with two; and its memory as records grow. Prints
 * Markdown.
 *
 * <p>Arguments: a folder to work in; how many records, for sources and sinks; how many, for
 * threads; numbers of records with commas between, for memory.
 */
public final class BatchBenchmark {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";
  private static final List<String> TABLES =
      List.of("candidates", "attempts", "appointments", "certifications", "vouchers");

  /** What docs/operate/operating.md advises for long runs. */
  private static final List<String> LONG_RUN = List.of("-XX:+UseParallelGC", "-Xmn256m");

  private final Path folder;
  private final String records;

  private BatchBenchmark(Path folder, String records) {
    this.folder = folder;
    this.records = records;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    BatchBenchmark benchmark = new BatchBenchmark(folder, arguments[1]);
    benchmark.populate();
    benchmark.threads(arguments[2]);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      benchmark.load(postgres);
      benchmark.sources(postgres);
      benchmark.sinks(postgres);
    }
    for (String number : arguments[3].split(",")) {
      benchmark.memory(number);
    }
  }

  private void populate() throws IOException, InterruptedException {
    for (String form : List.of("jsonl", "csv", "parquet")) {
      String output = form.equals("jsonl") ? "in.jsonl" : form;
      certus(
          List.of(),
          "generate",
          records,
          "--seed=1",
          AS_OF,
          "--format=" + form,
          "--output=" + output);
    }
    certus(
        List.of(),
        "decide",
        "in.jsonl",
        AS_OF,
        "--output=warm.jsonl"); // rules compiled, files cached
  }

  private void threads(String number) throws IOException, InterruptedException {
    certus(List.of(), "generate", number, "--seed=1", AS_OF, "--output=many.jsonl");
    System.out.println("| java | threads | s | ratio |\n|---|---|---|---|");
    for (List<String> jvm : List.of(List.<String>of(), LONG_RUN)) {
      double one = 0;
      for (int threads : new int[] {1, 2}) {
        Usage run =
            certus(
                jvm, "decide", "many.jsonl", AS_OF, "--output=out.jsonl", "--threads=" + threads);
        one = threads == 1 ? run.seconds() : one;
        System.out.printf(
            Locale.ROOT,
            "| `%s` | %d | %.1f | %.2f |%n",
            String.join(" ", jvm),
            threads,
            run.seconds(),
            one / run.seconds());
      }
    }
    Files.delete(folder.resolve("many.jsonl"));
  }

  private void load(EmbeddedPostgres postgres) throws Exception {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      for (String table : TABLES) {
        Path csv = folder.resolve("csv").resolve(table + ".csv");
        String[] columns;
        try (Stream<String> lines = Files.lines(csv)) {
          columns = lines.findFirst().orElseThrow().split(",", -1);
        }
        List<String> typed = new ArrayList<>();
        for (String column : columns) {
          typed.add(column + " " + type(column));
        }
        connection
            .createStatement()
            .execute("create table " + table + " (" + String.join(",", typed) + ")");
        try (InputStream in = Files.newInputStream(csv)) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table + " from stdin (format csv, header)", in);
        }
        connection.createStatement().execute("analyze " + table);
      }
    }
  }

  private static String type(String column) {
    return column.endsWith("_at")
        ? "timestamptz"
        : column.endsWith("_on")
            ? "date"
            : List.of("score", "percent", "reschedules").contains(column)
                ? "int"
                : column.equals("redeemed") ? "boolean" : "text";
  }

  private void sources(EmbeddedPostgres postgres) throws Exception {
    System.out.println(
        "\n| source | MB | raw s | decide s | records a second |\n|---|---|---|---|---|");
    for (String source : List.of("in.jsonl", "csv", "parquet")) {
      long bytes = size(folder.resolve(source));
      double raw = timed(() -> read(folder.resolve(source)));
      row(source, bytes, raw, decide(source, "out.jsonl"));
    }
    double raw =
        timed(
            () -> {
              try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                for (String table : TABLES) {
                  connection
                      .unwrap(PGConnection.class)
                      .getCopyAPI()
                      .copyOut("copy " + table + " to stdout", OutputStream.nullOutputStream());
                }
              }
            });
    row("postgresql", size(folder.resolve("csv")), raw, decide(url(postgres), "out.jsonl"));
  }

  private void sinks(EmbeddedPostgres postgres) throws Exception {
    System.out.println(
        "\n| sink | MB | raw s | decide s | records a second |\n|---|---|---|---|---|");
    for (String sink :
        List.of("out.jsonl", "out.jsonl.gz", "out.jsonl.zst", "out.csv", "out.parquet")) {
      Usage run = decide("in.jsonl", sink);
      Path file = folder.resolve(sink);
      double raw =
          timed(
              () ->
                  Files.copy(
                      file,
                      folder.resolve("copy"),
                      java.nio.file.StandardCopyOption.REPLACE_EXISTING));
      row(sink, Files.size(file), raw, run);
    }
    Usage run = decide("in.jsonl", url(postgres));
    double raw = timed(() -> copyIn(postgres));
    row("postgresql", Files.size(folder.resolve("out.csv")), raw, run);
  }

  private void copyIn(EmbeddedPostgres postgres) throws SQLException, IOException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        InputStream in = Files.newInputStream(folder.resolve("out.csv"))) {
      connection
          .createStatement()
          .execute(
              "create table rows (candidate_id text, as_of text, code text, subject_kind text, subject_id text, f text, u text, t text, clause text, rule text, reason text, evidence text, readings text, details text)");
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy rows from stdin (format csv, header)", in);
    }
  }

  private void memory(String number) throws IOException, InterruptedException {
    certus(List.of(), "generate", number, "--seed=1", AS_OF, "--output=many.jsonl.gz");
    Usage run =
        certus(List.of("-Xmx512m"), "decide", "many.jsonl.gz", AS_OF, "--output=out.jsonl.gz");
    System.out.printf(
        Locale.ROOT,
        "%n%s records, -Xmx512m: %.0f s, largest resident set %d MiB%n",
        number,
        run.seconds(),
        run.peakKib() >> 10);
    Files.delete(folder.resolve("many.jsonl.gz"));
  }

  private static String url(EmbeddedPostgres postgres) {
    return "postgresql://postgres@localhost:" + postgres.getPort() + "/postgres";
  }

  private Usage decide(String input, String output, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("decide", input, AS_OF, "--output=" + output));
    arguments.addAll(List.of(more));
    return certus(List.of(), arguments.toArray(String[]::new));
  }

  private void row(String name, long bytes, double raw, Usage run) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.2f | %.1f | %.0f |%n",
        name,
        bytes >> 20,
        raw,
        run.seconds(),
        Long.parseLong(records) / run.seconds());
  }

  /** How long a process took, and its largest resident set. */
  private record Usage(double seconds, long peakKib) {}

  private Usage certus(List<String> jvm, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("java"));
    command.addAll(jvm);
    command.addAll(List.of("-jar", Path.of("target/certus.jar").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .inheritIO()
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peak(process));
      Thread.sleep(20);
    }
    if (process.exitValue() != 0) {
      throw new IOException(command + " ended with " + process.exitValue());
    }
    return new Usage((System.nanoTime() - start) / 1e9, peak);
  }

  private static long peak(Process process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // it has ended
    }
  }

  private static long size(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  private static void read(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
  }

  /** Something to time. */
  private interface Work {
    void run() throws Exception;
  }

  private static double timed(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
