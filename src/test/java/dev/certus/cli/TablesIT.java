package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.cli.Program.Result;
import dev.certus.decision.CodePoints;
import dev.certus.duckdb.RecordTables;
import dev.certus.file.Compression;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.population.Population;
import dev.certus.postgres.TestPostgres;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decides records that stand in tables, as an operator does. */
class TablesIT {

  private static final String AS_OF = "--as-of=2026-11-23T08:00:00Z";
  private static final Pack AWS = Pack.read(PackFiles.read(Packs.AWS, "rules/aws"));

  @TempDir private Path folder;

  private Result decide(String... arguments) {
    List<String> all = new ArrayList<>(List.of("decide", AS_OF));
    all.addAll(List.of(arguments));
    return certus(folder, all.toArray(String[]::new));
  }

  @Test
  void decidesTheSamePopulationAlikeWhereverItStands() throws Exception {
    List<CandidateRecord> population = population();
    Path csv = tables("csv", population, false);
    Path parquet = tables("parquet", population, true);
    Path compressed = folder.resolve("compressed");
    Files.createDirectories(compressed);
    for (RecordTable table : RecordTable.of(AWS.record())) {
      compress(csv, table, compressed, table.name().equals("attempts") ? ".zst" : ".gz");
    }
    int half = population.size() / 2;
    Path parts = folder.resolve("parts");
    parts(parts, "0", tables("half0", population.subList(0, half), true));
    parts(parts, "1", tables("half1", population.subList(half, population.size()), true));
    population.sort((a, b) -> CodePoints.compare(a.candidateId(), b.candidateId()));
    try (OutputStream lines = Files.newOutputStream(folder.resolve("all.jsonl"))) {
      for (CandidateRecord record : population) {
        lines.write(RecordJson.line(record));
        lines.write('\n');
      }
    }

    String expected = decide("./all.jsonl").out();

    assertThat(expected.lines()).hasSize(population.size());
    for (Path source : List.of(csv, parquet, compressed, parts)) {
      Result run = decide("./" + source.getFileName());
      assertThat(run.err()).contains("%d records decided, 0 rejected".formatted(population.size()));
      assertThat(run.out().equals(expected)).as(source.toString()).isTrue();
    }
    try (TestPostgres postgres = new TestPostgres()) {
      postgres.load(AWS.record(), csv);
      postgres.run("ALTER TABLE attempts RENAME TO results");
      Result run = decide(postgres.url(), "--table=attempts=public.results");
      assertThat(run.err()).contains("%d records decided, 0 rejected".formatted(population.size()));
      assertThat(run.out().equals(expected)).as("PostgreSQL").isTrue();
    }
  }

  private static List<CandidateRecord> population() {
    Population random = new Population(AWS, 5, Instant.parse("2026-11-23T08:00:00Z"));
    List<CandidateRecord> population = new ArrayList<>();
    for (int number = 300; number > 0; number--) {
      population.add(random.candidate(number));
    }
    for (String id :
        List.of("é, 'x'", "😀", "\uFB00", "two\\nlines", "a\\r\\nb", " padded ", "ß;")) {
      population.add(
          Records.of(
              AWS.record(),
              """
              {'candidateId':'%s','zone':'Asia/Kolkata','attempts':[{'id':'%s','exam':'AIF-C01',
              'startedAt':'2026-11-20T23:30:00.123456-05:00','score':650}],
              'appointments':[{'id':'P','exam':'AIF-C01','startsAt':'2026-11-01T10:00:00Z',
              'status':'missed','exception':{'kind':'medical','status':'approved'}}]}
              """
                  .formatted(id.replace("'", "\\u0022"), id.replace("'", "\\u0022"))));
    }
    return population;
  }

  private Path tables(String name, List<CandidateRecord> population, boolean parquet)
      throws IOException {
    try (RecordTables tables = RecordTables.create(AWS.record(), folder.resolve(name), parquet)) {
      population.forEach(tables::write);
      tables.complete();
    }
    return folder.resolve(name);
  }

  private static void compress(Path from, RecordTable table, Path to, String end)
      throws IOException {
    Path file = to.resolve(table.name() + ".csv" + end);
    try (OutputStream out =
        Compression.ofName(file.toString()).compress(Files.newOutputStream(file))) {
      Files.copy(from.resolve(table.name() + ".csv"), out);
    }
  }

  private static void parts(Path to, String part, Path from) throws IOException {
    for (RecordTable table : RecordTable.of(AWS.record())) {
      Path parts = to.resolve(table.name() + ".parquet");
      Files.createDirectories(parts);
      Files.write(parts.resolve("_SUCCESS"), new byte[0]);
      Files.move(
          from.resolve(table.name() + ".parquet"), parts.resolve("part-" + part + ".zstd.parquet"));
    }
  }

  @Test
  void generatesTheSamePopulationInEachForm() {
    String[] forms = {"jsonl", "csv", "parquet"};
    List<String> decided = new ArrayList<>();
    for (String form : forms) {
      Result run =
          certus(folder, "generate", "50", AS_OF, "--format", form, "--output", "./" + form);
      assertThat(run.err()).isEmpty();
      decided.add(decide("./" + form).out());
    }

    assertThat(decided.get(0).lines()).hasSize(50);
    assertThat(decided).containsOnly(decided.get(0));
  }

  @Test
  void setsAsideWhatIsAmissAndDecidesItOnceItIsMended() throws IOException {
    Files.writeString(folder.resolve("candidates.csv"), "candidate_id\nC-1\nC-2\n");
    Files.writeString(
        folder.resolve("attempts.csv"),
        """
        candidate_id,id,exam,started_at,score
        C-1,A-1,AIF-C01,2026-11-14T10:00:00Z,650
        C-2,A-2,AIF-C01,2026-11-14T10:00:00Z,x
        C-3,A-3,AIF-C01,2026-11-14T10:00:00Z,650
        """);

    Result run = decide("./", "--rejected=./rejected.jsonl");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            ": candidate C-2: /attempts/0/score (attempts.score of A-2) found \"x\"; expected")
        .contains(
            ": candidate C-3: /attempts (attempts) found 1 row; expected a row of `candidates`")
        .contains("1 record decided, 2 rejected");
    Path rejected = folder.resolve("rejected.jsonl");
    assertThat(Files.readString(rejected))
        .contains("\"reason\":\"orphan\"")
        .contains("\"table\":\"attempts\",\"column\":\"score\",\"row\":\"A-2\"");
    Files.writeString(rejected, Files.readString(rejected).replace("\\\"x\\\"", "650"));
    Result again = decide("--input-rejected", "./rejected.jsonl");
    assertThat(again.err()).contains("2 records decided, 0 rejected");
  }

  @Test
  void writesNothingWhereATableIsBroken() throws IOException {
    Files.writeString(folder.resolve("candidates.csv"), "candidate_id\nC-1\nC-2\n");
    Files.writeString(folder.resolve("attempts.csv"), "candidate_id,id\nC-1,A-1\nC-2,\"A-2\n");

    Result run = decide("./", "--output=./out.jsonl");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("attempts.csv, row 3 (the header is row 1): it has a quote that is not closed")
        .contains("help: ");
    assertThat(folder.resolve("out.jsonl")).doesNotExist();
  }

  @Test
  void refusesWhatIsNoPlaceOfTables() throws IOException {
    Files.writeString(folder.resolve("candidates.csv"), "candidate_id\nC-1\n");

    assertThat(decide("./candidates.csv").err())
        .contains("candidates.csv is one table of several")
        .contains("--table candidates=candidates.csv");
    assertThat(decide("--table=atempts=./x.csv").err())
        .contains("unknown table `atempts`")
        .contains("did you mean `attempts`?");
    assertThat(decide("--table=candidates=./none.csv").err())
        .contains("none.csv: there is no such file or folder");
    assertThat(decide("--table=candidates=./candidates.csv").err())
        .contains("1 record decided, 0 rejected");
  }
}
