package dev.certus.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.record.RecordShape;
import dev.certus.run.InputRecord;
import dev.certus.run.RecordSource;
import dev.certus.run.RejectReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records from folders of files. */
class FileTablesTest {

  @TempDir private Path folder;

  private final List<String> warnings = new ArrayList<>();

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void duck(String sql) throws IOException, SQLException {
    try (DuckDb database = DuckDb.open()) {
      database.execute(sql.replace("FOLDER", folder.toString()));
    }
  }

  private RecordSource open(String... named) throws IOException {
    return FileTables.open(RecordShape.standard(), folder, List.of(named), warnings::add);
  }

  private List<InputRecord> read(String... named) throws IOException {
    List<InputRecord> records = new ArrayList<>();
    try (RecordSource source = open(named)) {
      for (InputRecord next = source.next(); next != null; next = source.next()) {
        records.add(next);
      }
    }
    return records;
  }

  private static String json(InputRecord record) {
    return StandardCharsets.UTF_8.decode(record.raw().duplicate()).toString();
  }

  private void refused(String... words) {
    assertThatThrownBy(this::open).isInstanceOf(IOException.class).message().contains(words);
  }

  @Test
  void ordersCandidatesByCodePointAndTheirRowsById() throws IOException {
    write("candidates.csv", "candidate_id\n😀\n\uFB00\nb\nB\n");
    write(
        "vouchers.csv", "id,candidate_id,percent,redeemed\nV2,b,x,TRUE\nV1,b,1e1,\nV0,b,050,no\n");

    assertThat(read().stream().map(FileTablesTest::json))
        .containsExactly(
            "{\"candidateId\":\"B\"}",
            "{\"candidateId\":\"b\",\"vouchers\":["
                + "{\"id\":\"V0\",\"percent\":\"050\",\"redeemed\":\"no\"},"
                + "{\"id\":\"V1\",\"percent\":1e1},"
                + "{\"id\":\"V2\",\"percent\":\"x\",\"redeemed\":true}]}",
            "{\"candidateId\":\"\uFB00\"}",
            "{\"candidateId\":\"😀\"}");
  }

  @Test
  void setsAsideOrphansDuplicatesAndRowsWithoutACandidate() throws IOException {
    write("candidates.csv", "candidate_id,zone\nC,\nD,UTC\nD,UTC\nE,UTC\nE,Asia/Tokyo\n,UTC\n");
    write("attempts.csv", "candidate_id,id\nO,A-1\nD,A-2\n,A-3\n,A-4\n");

    List<InputRecord> records = read();

    assertThat(records.stream().map(FileTablesTest::json))
        .containsExactly(
            "{\"zone\":\"UTC\"}",
            "{\"attempts\":[{\"id\":\"A-3\"}]}",
            "{\"attempts\":[{\"id\":\"A-4\"}]}",
            "{\"candidateId\":\"C\"}",
            "{\"candidateId\":\"D\",\"zone\":\"UTC\",\"attempts\":[{\"id\":\"A-2\"}]}",
            "{\"candidateId\":\"E\",\"zone\":[\"Asia/Tokyo\",\"UTC\"]}",
            "{\"candidateId\":\"O\",\"attempts\":[{\"id\":\"A-1\"}]}");
    assertThat(records.stream().map(r -> r.fault() == null ? null : r.fault().reason()))
        .containsExactly(
            RejectReason.INVALID,
            RejectReason.INVALID,
            RejectReason.INVALID,
            null,
            RejectReason.DUPLICATE,
            RejectReason.DUPLICATE,
            RejectReason.ORPHAN);
  }

  @ParameterizedTest
  @CsvSource({
    "'C,\"UTC\nD,UTC\n', 'row 2', 'a quote that is not closed'",
    "'C,UTC\nD,UTC,x\n', 'row 3', 'has 3 cells, where the header has 2'",
    "'C,UTC\nD\n', 'row 3', 'has 1 cell, where the header has 2'",
  })
  void saysWhereACsvFileIsBroken(String rows, String where, String what) throws IOException {
    write("candidates.csv", "candidate_id,zone\n" + rows);

    refused("candidates.csv, " + where + " (the header is row 1)", what, "help: ");
  }

  @Test
  void refusesBytesThatAreNoUtf8() throws IOException {
    Files.write(
        folder.resolve("candidates.csv"),
        "candidate_id,zone\nC,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    refused("candidates.csv, row 2", "bytes that are not UTF-8", "help: save the file as UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'is empty'",
    "'candidate_id;zone\n', 'not parted by commas'",
    "'candidateid,zone\n', 'is it `candidateid`? Rename it'",
    "'candidate_id,zone,zone\n', 'has the column `zone` twice'",
  })
  void refusesAHeaderThatNamesNoCandidates(String text, String what) throws IOException {
    write("candidates.csv", text);

    refused("candidates.csv", what, "help: ");
  }

  @Test
  void refusesCompressedFilesThatWereCutOff() throws IOException {
    Path file = folder.resolve("candidates.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("candidate_id\nC-1\nC-2\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 25));

    refused("candidates.csv.gz");
  }

  @Test
  void refusesAFolderWithoutCandidatesOrWithTwo() throws IOException {
    write("candidate.csv", "candidate_id\n");
    refused("holds no table `candidates`", "is it `candidate`?");
    write("candidates.csv", "candidate_id\n");
    write("candidates.csv.gz", "");
    refused("holds the table `candidates` twice: candidates.csv and candidates.csv.gz");
  }

  @Test
  void saysWhatIsProbablyMeant() throws IOException {
    write("candidates.csv", "candidate_id,zon,colour\nC,UTC,red\n");
    write("atempts.csv", "candidate_id,id\n");

    read();

    assertThat(warnings)
        .containsExactlyInAnyOrder(
            folder + " holds no table `attempts`; did you mean `atempts`? It is not read",
            folder
                + " holds no table but `candidates`: no attempts, no appointments, no"
                + " certifications, no vouchers",
            "unknown column `candidates.zon` is ignored; did you mean `zone`?",
            "unknown column `candidates.colour` is ignored");
  }

  @Test
  void readsPartsAndTablesOfOtherNames() throws IOException, SQLException {
    Files.createDirectories(folder.resolve("c[1] *.parquet"));
    write("c[1] *.parquet/_SUCCESS", "");
    write("c[1] *.parquet/.part-0.crc", "");
    duck("COPY (SELECT 'C-2' AS candidate_id) TO 'FOLDER/c[1] *.parquet/part-0.parquet'");
    duck(
        "COPY (SELECT 'C-1' AS candidate_id, 'UTC' AS zone)"
            + " TO 'FOLDER/c[1] *.parquet/part-1.parquet'");
    Files.createDirectories(folder.resolve("vouchers.csv"));
    write("vouchers.csv/part-0.csv", "candidate_id,id\nC-1,V-2\n");
    write("vouchers.csv/part-1.csv", "candidate_id,id\nC-1,V-1\n");

    assertThat(read("candidates=c[1] *.parquet").stream().map(FileTablesTest::json))
        .containsExactly(
            "{\"candidateId\":\"C-1\",\"zone\":\"UTC\","
                + "\"vouchers\":[{\"id\":\"V-1\"},{\"id\":\"V-2\"}]}",
            "{\"candidateId\":\"C-2\"}");
    write("vouchers.csv/part-2.csv", "id,candidate_id\nV-3,C-1\n");
    assertThatThrownBy(() -> open("candidates=c[1] *.parquet"))
        .hasMessageContaining("part-2.csv has other columns than");
  }

  @Test
  void readsTypedColumnsAndRefusesTimesWithoutAZone() throws IOException, SQLException {
    duck("COPY (SELECT 7 AS candidate_id) TO 'FOLDER/candidates.parquet'");
    duck(
        """
        COPY (SELECT 7 AS candidate_id, uuid '00000000-0000-0000-0000-000000000001' AS id,
          650.0::DOUBLE AS score, '2026-03-02T10:00:00-05:00'::TIMESTAMPTZ AS started_at)
        TO 'FOLDER/attempts.parquet'""");

    assertThat(read().stream().map(FileTablesTest::json))
        .containsExactly(
            "{\"candidateId\":\"7\",\"attempts\":[{\"id\":\"00000000-0000-0000-0000-000000000001\","
                + "\"startedAt\":\"2026-03-02T15:00:00Z\",\"score\":650.0}]}");
    duck(
        "COPY (SELECT 7 AS candidate_id, TIMESTAMP '2026-03-02' AS started_at)"
            + " TO 'FOLDER/attempts.parquet'");
    refused(
        "attempts.parquet: column `started_at` is of the type TIMESTAMP, which has no time zone");
    duck("COPY (SELECT 7 AS candidate_id, [1] AS exam) TO 'FOLDER/attempts.parquet'");
    refused("attempts.parquet: column `exam` is of the type INTEGER[]; expected text");
    write("attempts.parquet", "no parquet");
    refused("attempts.parquet: it is no Parquet file, or was cut off");
  }

  @Test
  void leavesNothingBehind() throws IOException {
    write("candidates.csv", "candidate_id\nC\n");
    Set<Path> before = temporary();
    try (RecordSource source = open()) {
      assertThat(source.next()).isNotNull();
      assertThat(source.files()).hasSize(1);
      assertThat(source.kind()).isEqualTo("csv");
    }
    assertThat(temporary()).isSubsetOf(before);
  }

  /** The native libraries and spill folders of this process among the temporary files. */
  private static Set<Path> temporary() throws IOException {
    String spill = "certus-spill-" + ProcessHandle.current().pid() + "-";
    String loaded = Files.readString(Path.of("/proc/self/maps"));
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.toString().contains(spill) || loaded.contains(file.toString()))
          .collect(Collectors.toSet());
    }
  }
}
