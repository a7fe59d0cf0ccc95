package dev.certus.bench.peer;

import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordJson;
import dev.certus.rulebook.RuleBook;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Times certus as a process on the policy for all peers: beside GoRules ZEN under Node.js, from and
 * to JSON Lines, and beside SQL in DuckDB, from and to Parquet. All use one thread. It checks first
 * that they decide alike. Prints Markdown.
 *
 * <p>Arguments: a folder to work in; how many candidates.
 */
public final class ProcessBenchmark {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final int ROUNDS = 5;

  private final Path folder;

  private ProcessBenchmark(Path folder) {
    this.folder = folder;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0], "peers").toAbsolutePath());
    ProcessBenchmark benchmark = new ProcessBenchmark(folder);
    benchmark.populate(Integer.parseInt(arguments[1]));
    benchmark.run(Integer.parseInt(arguments[1]));
  }

  private void populate(int number) throws Exception {
    RuleBook aws = RuleBook.load(Path.of("rules/aws"));
    Population population = new Population(aws.pack(), 1, AS_OF);
    try (OutputStream records = Files.newOutputStream(folder.resolve("in.jsonl"));
        BufferedWriter people = Files.newBufferedWriter(folder.resolve("people.jsonl"))) {
      for (long i = 1; i <= number; i++) {
        CandidateRecord record = People.simplified(population, i, AS_OF);
        records.write(RecordJson.line(record));
        records.write('\n');
        people.write(json(People.person(record, AS_OF)));
      }
    }
    tables();
  }

  private static String json(Person person) {
    List<String> sat = new ArrayList<>();
    for (Person.Sat one : person.ranked()) {
      sat.add(
          "{\"id\":\"%s\",\"exam\":\"%s\",\"passed\":%s,\"last\":%s,\"day\":%d,\"days\":%d}"
              .formatted(
                  one.id(),
                  one.exam(),
                  one.passed(),
                  one.last(),
                  one.day().toEpochDay(),
                  one.daysUntil(person.today())));
    }
    List<String> earned = new ArrayList<>();
    for (Person.Earned one : person.earned()) {
      long end = one.end().toEpochDay();
      earned.add(
          "{\"code\":\"%s\",\"day\":%d,\"end\":%d,\"left\":%d}"
              .formatted(
                  one.code(), one.day().toEpochDay(), end, end - person.today().toEpochDay()));
    }
    return "{\"id\":\"%s\",\"sat\":[%s],\"earned\":[%s]}%n"
        .formatted(person.id(), String.join(",", sat), String.join(",", earned));
  }

  /** The records as tables in Parquet. */
  private void tables() throws Exception {
    Files.createDirectories(folder.resolve("tables"));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute("SET threads = 1");
      sql.execute(
          """
          CREATE TABLE records AS SELECT * FROM read_json('IN', format = 'newline_delimited',
            columns = {candidateId: 'VARCHAR', zone: 'VARCHAR',
              attempts: 'STRUCT(id VARCHAR, exam VARCHAR, startedAt TIMESTAMPTZ, zone VARCHAR, outcome VARCHAR)[]',
              certifications: 'STRUCT(id VARCHAR, certification VARCHAR, earnedOn DATE, zone VARCHAR)[]'})
          """
              .replace("IN", folder.resolve("in.jsonl").toString()));
      copy(sql, "candidates", "SELECT candidateId AS candidate_id, zone FROM records");
      copy(
          sql,
          "attempts",
          "SELECT candidate_id, a.id, a.exam, a.startedAt AS started_at, a.zone, a.outcome FROM"
              + " (SELECT candidateId AS candidate_id, unnest(attempts) AS a FROM records)");
      copy(
          sql,
          "certifications",
          "SELECT candidate_id, a.id, a.certification, a.earnedOn AS earned_on, a.zone FROM"
              + " (SELECT candidateId AS candidate_id, unnest(certifications) AS a FROM records)");
    }
  }

  private void copy(Statement sql, String table, String select) throws Exception {
    sql.execute(
        "COPY (%s) TO '%s' (FORMAT parquet)"
            .formatted(select, folder.resolve("tables/" + table + ".parquet")));
  }

  private void run(int number) throws Exception {
    String pack = Path.of("src/bench/packs/retake").toAbsolutePath().toString();
    String certus = Path.of("target/certus").toAbsolutePath().toString();
    List<String> decide =
        List.of(certus, "decide", "--as-of=" + AS_OF, "--pack=" + pack, "--threads=1");
    List<String> lines = with(decide, "--engine=plan", "in.jsonl", "--output=out.jsonl");
    List<String> tables = with(decide, "--engine=plan", "tables", "--output=out.parquet");
    List<String> zen =
        List.of(
            "node", Path.of("src/bench/zen/retake.mjs").toString(), "people.jsonl", "zen.jsonl");
    List<String> zenHere = new ArrayList<>(zen);
    zenHere.set(1, Path.of(zen.get(1)).toAbsolutePath().toString());
    process(lines);
    process(tables);
    process(zenHere);
    sql();
    same();
    System.out.printf("%,d candidates, whole processes, seconds:%n%n", number);
    System.out.println("| | median | least to most |\n|---|---|---|");
    row("certus, JSON Lines to JSON Lines", () -> process(lines));
    row("GoRules ZEN 0.54 in Node.js, the same", () -> process(zenHere));
    row("certus, Parquet to Parquet", () -> process(tables));
    row("DuckDB SQL, the same, without the start of a process", () -> sql());
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    return all;
  }

  private Void process(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + Files.readString(folder.resolve("err.txt")));
    }
    return null;
  }

  private Void sql() throws Exception {
    String text;
    try (var in = ProcessBenchmark.class.getResourceAsStream("/retake.sql")) {
      text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      sql.execute("SET threads = 1");
      sql.execute(text.replace("FOLDER", folder.resolve("tables").toString()));
    }
    return null;
  }

  /** All three have the same answers: code, subject and days. */
  private void same() throws Exception {
    String own =
        """
        SELECT candidate_id, code, subject_id, "from"::TIMESTAMPTZ AS f, "until"::TIMESTAMPTZ AS u,
          clause, rule, reason, evidence
        """;
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duck.createStatement()) {
      String ours = own + "FROM '" + folder.resolve("out.parquet") + "'";
      String theirs = own + "FROM '" + folder.resolve("sql.parquet") + "'";
      none(sql, "(%s) EXCEPT (%s)".formatted(ours, theirs));
      none(sql, "(%s) EXCEPT (%s)".formatted(theirs, ours));
      String lines =
          """
          SELECT id, a.code, a.subject FROM (SELECT ID AS id, unnest(LIST) AS a FROM
            read_json('FILE', format = 'newline_delimited', maximum_object_size = 100000000))
          """;
      String zen =
          lines
              .replace("ID", "id")
              .replace("LIST", "answers")
              .replace("FILE", folder.resolve("zen.jsonl").toString());
      String certus =
          "SELECT candidate_id, code, subject_id FROM '" + folder.resolve("out.parquet") + "'";
      none(sql, "(%s) EXCEPT (%s)".formatted(zen, certus));
      none(sql, "(%s) EXCEPT (%s)".formatted(certus, zen));
    }
  }

  private static void none(Statement sql, String query) throws Exception {
    try (ResultSet rows = sql.executeQuery(query)) {
      if (rows.next()) {
        throw new IllegalStateException(rows.getObject(1) + " " + rows.getObject(2) + ": " + query);
      }
    }
  }

  private static void row(String name, Callable<Void> work) throws Exception {
    double[] seconds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      work.call();
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f to %.2f |%n",
        name,
        seconds[ROUNDS / 2],
        seconds[0],
        seconds[ROUNDS - 1]);
  }
}
