package dev.certus.spark;

import static dev.certus.spark.LocalSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.record.RecordReader;
import dev.certus.record.RecordShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that get no decisions are told, with the cause; the others are decided. */
class QuarantineTest {

  private static final String GOOD = "{\"candidateId\":\"C-1\"}";

  @TempDir private Path folder;

  @Test
  void linesThatBreakTheContractAreSetAside() throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.writeBytes(utf8("\uFEFF" + GOOD + "\r\n"));
    lines.writeBytes(utf8(" \t\r\n\n"));
    lines.writeBytes(utf8("{\"candidateId\":\"C-2\",\"zone\":\"Mars\",\"colour\":\"red\"}\n"));
    lines.writeBytes(utf8("{\"candidateId\":\n"));
    lines.writeBytes(new byte[] {'{', (byte) 0xC3, '}', '\n'});
    lines.writeBytes(utf8("{\"candidateId\":\"" + "x".repeat(RecordReader.LONGEST) + "\"}\n"));
    Path file = Files.write(folder.resolve("records.jsonl"), lines.toByteArray());
    SparkDecider decider = LocalSpark.decider();

    Answers answers =
        decider.decide(JsonRecords.read(SPARK, file.toString()), DecisionForm.LINES).persist();

    assertThat(decided(answers)).singleElement().asString().startsWith(GOOD.replace("}", ","));
    assertThat(reasons(answers)).isEqualTo(Map.of("invalid", 1, "malformed", 2, "oversize", 1));
    assertThat(decider.unknownFields()).containsExactly("colour");
    Row invalid = answers.rejected().where("reason = 'invalid'").first();
    assertThat(invalid.<String>getAs("file")).endsWith("records.jsonl");
    assertThat(invalid.<String>getAs("candidateId")).isEqualTo("C-2");
    assertThat(invalid.<String>getAs("raw"))
        .isEqualTo("{\"candidateId\":\"C-2\",\"zone\":\"Mars\",\"colour\":\"red\"}");
    assertThat(problems(invalid))
        .containsExactly("[/zone,\"Mars\",an IANA time zone, such as America/New_York]");
    assertThat(answers.rejected().where("rawBase64 is not null").collectAsList())
        .extracting(row -> row.getAs("rawBase64"))
        .containsExactly("e8N9");
    answers.close();
  }

  @Test
  void orphansDuplicatesAndRowsThatBreakTheContractAreSetAside() throws IOException {
    write(
        "candidates",
        "candidate_id,zone",
        "\"good, \"\"really\"\"\",Asia/Tokyo",
        "twice,Asia/Tokyo",
        "twice,",
        "invalid,",
        "long-row,",
        "short-row,");
    write(
        "attempts",
        "candidate_id,id,exam,started_at,score,colour",
        "\"good, \"\"really\"\"\",A-1,AIF-C01,2026-11-14T10:00:00-05:00,650,red",
        "orphan,A-2,AIF-C01,2026-11-14T10:00:00-05:00,650,red",
        "invalid,A-4,AIF-C01,2026-11-14T10:00:00,many,",
        "long-row,A-5,AIF-C01,2026-11-14T10:00:00-05:00,650,red,more",
        "short-row,A-6",
        ",A-7,AIF-C01,2026-11-14T10:00:00-05:00,650,red");
    write("vouchers", "candidate_id,id,percent,expires_on", "orphan,V-1,50,2027-10-20");
    List<String> warnings = new ArrayList<>();
    Dataset<Row> records =
        TableRecords.of(
            new TableFiles(SPARK, RecordShape.standard(), Format.CSV, warnings::add)
                .in(folder.toString()));

    Answers answers = LocalSpark.decider().decide(records, DecisionForm.LINES).persist();

    assertThat(warnings)
        .satisfiesExactly(
            w -> assertThat(w).contains("unknown column `colour`"),
            w -> assertThat(w).contains("no table `appointments`"),
            w -> assertThat(w).contains("no table `certifications`"));
    assertThat(decided(answers))
        .singleElement()
        .asString()
        .contains("\"candidateId\":\"good, \\\"really\\\"\"", "\"code\":\"failed\"");
    assertThat(rejected(answers))
        .isEqualTo(
            Map.of(
                "null", "invalid [[/candidateId,\"\",a text that is not blank]]",
                "orphan",
                    "orphan [[,rows in attempts, vouchers alone,"
                        + "one row in candidates for each candidate]]",
                "twice",
                    "duplicate [[,2 rows in candidates, with the zones [null, Asia/Tokyo],"
                        + "one row in candidates for each candidate]]",
                "invalid",
                    "invalid [[/attempts/0/startedAt,\"2026-11-14T10:00:00\",an instant of the"
                        + " years 1900 to 9998 with an offset or Z, such as"
                        + " 2026-03-02T10:00:00-05:00], [/attempts/0/score,\"many\",a whole number"
                        + " from 100 to 1000]]",
                "long-row",
                    "malformed [[/attempts,the row `long-row,A-5,AIF-C01,"
                        + "2026-11-14T10:00:00-05:00,650,red,more`,as many cells as columns]]",
                "short-row",
                    "malformed [[/attempts,the row `short-row,A-6`,as many cells as columns]]"));
    answers.close();
  }

  @Test
  void bytesThatAreNoUtf8AreNotReadAsSomethingElse() throws IOException {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    rows.writeBytes(utf8("candidate_id,zone\ngood,\nM"));
    rows.writeBytes(new byte[] {(byte) 0xFC});
    rows.writeBytes(utf8("ller,Europe/Berlin\n"));
    Files.write(folder.resolve("candidates.csv"), rows.toByteArray());
    Dataset<Row> records =
        TableRecords.of(
            new TableFiles(SPARK, RecordShape.standard(), Format.CSV, warning -> {})
                .in(folder.toString()));

    Answers answers = LocalSpark.decider().decide(records, DecisionForm.LINES).persist();

    assertThat(decided(answers)).singleElement().asString().contains("good");
    assertThat(rejected(answers))
        .isEqualTo(
            Map.of(
                "M\uFFFDller",
                "malformed [[,the row `M\uFFFDller,Europe/Berlin`,"
                    + "UTF-8, and so no character U+FFFD]]"));
    answers.close();
  }

  @Test
  void anInputThatChangesWhileTheJobRunsIsToldOf() throws IOException {
    Path file = Files.writeString(folder.resolve("records.jsonl"), "{\n" + GOOD + "\n");
    Dataset<Row> rejected =
        LocalSpark.decider()
            .decide(JsonRecords.read(SPARK, file.toString()), DecisionForm.LINES)
            .rejected();

    assertThatThrownBy(
            () -> JobFiles.writeRejected(rejected, 2, folder.resolve("rejected").toString()))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("2 records were rejected, but then 1: the input has changed");
  }

  @Test
  void aTableThatNamesNoCandidatesCannotBeRead() throws IOException {
    write("candidates", "id,zone", "C-1,");

    assertThatThrownBy(
            () ->
                new TableFiles(SPARK, RecordShape.standard(), Format.CSV, warning -> {})
                    .in(folder.toString()))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("candidates.csv has no column `candidate_id`, but [id, zone");
  }

  private void write(String table, String... rows) throws IOException {
    Files.write(folder.resolve(table + ".csv"), List.of(rows));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> decided(Answers answers) {
    return answers.decisions().as(Encoders.STRING()).collectAsList();
  }

  private static Map<String, Integer> reasons(Answers answers) {
    Map<String, Integer> reasons = new TreeMap<>();
    answers
        .rejected()
        .collectAsList()
        .forEach(r -> reasons.merge(r.getAs("reason"), 1, Math::addExact));
    return reasons;
  }

  private static Map<String, String> rejected(Answers answers) {
    Map<String, String> rejected = new TreeMap<>();
    for (Row row : answers.rejected().collectAsList()) {
      rejected.put(
          String.valueOf(row.<String>getAs("candidateId")),
          row.getAs("reason") + " " + problems(row));
    }
    return rejected;
  }

  private static List<String> problems(Row rejected) {
    return rejected.<Row>getList(rejected.fieldIndex("problems")).stream()
        .map(Row::toString)
        .toList();
  }
}
