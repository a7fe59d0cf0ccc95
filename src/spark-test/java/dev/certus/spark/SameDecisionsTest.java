package dev.certus.spark;

import static dev.certus.spark.LocalSpark.AS_OF;
import static dev.certus.spark.LocalSpark.AWS;
import static dev.certus.spark.LocalSpark.SPARK;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.engine.SessionEngine;
import dev.certus.output.DecisionColumn;
import dev.certus.output.OutputFormat;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordTable;
import dev.certus.rulebook.RuleBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One population through the engine in this process and through Spark: the same decisions. */
class SameDecisionsTest {

  private static final int CANDIDATES = 3_000;

  @TempDir private static Path folder;

  private static List<CandidateRecord> records;
  private static List<Decisions> expected;

  @BeforeAll
  static void decideInThisProcess() throws IOException {
    RuleBook book = AWS.open();
    Population population = new Population(book.pack(), 11, AS_OF);
    records = LongStream.rangeClosed(1, CANDIDATES).mapToObj(population::candidate).toList();
    try (SessionEngine engine = new SessionEngine(book)) {
      expected = records.stream().map(record -> engine.decideAhead(record, AS_OF)).toList();
    }
    Tables.write(folder.resolve("csv"), records);
  }

  @Test
  void fromJsonLines() throws IOException {
    List<String> lines =
        records.stream().map(r -> new String(RecordJson.line(r), StandardCharsets.UTF_8)).toList();
    Path parts = Files.createDirectory(folder.resolve("jsonl"));
    Files.write(parts.resolve("1.jsonl"), lines.subList(0, 1_000));
    Files.write(parts.resolve("2.jsonl"), lines.subList(1_000, CANDIDATES));

    assertSame(JsonRecords.read(SPARK, parts.toString()));
  }

  @Test
  void fromTablesOfCsv() throws IOException {
    assertSame(tables(Format.CSV, folder.resolve("csv")));
  }

  @Test
  void fromTablesOfParquetWithTypes() throws IOException {
    Path parquet = folder.resolve("parquet");
    for (RecordTable table : RecordTable.of(records.get(0).shape())) {
      SPARK
          .read()
          .option("header", true)
          .csv(Tables.file(folder.resolve("csv"), table).toString())
          .select(typed(table))
          .repartition(3) // rows need no order
          .write()
          .parquet(parquet.resolve(table.name()).toString());
    }

    assertSame(tables(Format.PARQUET, parquet));
  }

  @Test
  void asRows() throws IOException {
    Answers answers =
        LocalSpark.decider().decide(tables(Format.CSV, folder.resolve("csv")), DecisionForm.ROWS);

    assertThat(answers.decisions().columns())
        .containsExactly(
            Arrays.stream(DecisionColumn.values())
                .map(DecisionColumn::written)
                .toArray(String[]::new));
    List<List<Object>> rows =
        expected.stream()
            .flatMap(all -> all.decisions().stream().map(decision -> row(all, decision)))
            .toList();
    assertThat(answers.decisions().collectAsList().stream().map(SameDecisionsTest::row))
        .containsExactlyInAnyOrderElementsOf(rows);
  }

  private static List<Object> row(Decisions all, Decision decision) {
    return Arrays.stream(DecisionColumn.values()).map(c -> c.of(all, decision)).toList();
  }

  private static List<Object> row(Row row) {
    List<Object> cells = new ArrayList<>();
    for (DecisionColumn column : DecisionColumn.values()) {
      int field = row.fieldIndex(column.written());
      cells.add(column.kind() == DecisionColumn.Kind.LIST ? row.getList(field) : row.get(field));
    }
    return cells;
  }

  private static Column[] typed(RecordTable table) {
    return Stream.concat(
            Stream.of(col(RecordTable.CANDIDATE_ID)),
            table.columns().stream().map(c -> col(c.name()).cast(type(c.type()))))
        .toArray(Column[]::new);
  }

  private static String type(RecordTable.Type type) {
    return switch (type) {
      case TEXT -> "string";
      case NUMBER -> "int";
      case DECIMAL -> "decimal(18,6)";
      case FLAG -> "boolean";
      case DATE -> "date";
      case INSTANT -> "timestamp";
    };
  }

  private static Dataset<Row> tables(Format format, Path path) throws IOException {
    return TableRecords.of(
        new TableFiles(
                SPARK, records.get(0).shape(), format, warning -> assertThat(warning).isNull())
            .in(path.toString()));
  }

  private static void assertSame(Dataset<Row> input) {
    Answers answers = LocalSpark.decider().decide(input, DecisionForm.LINES);

    assertThat(answers.rejected().collectAsList()).isEmpty();
    List<String> lines = expected.stream().map(SameDecisionsTest::line).toList();
    assertThat(answers.decisions().as(Encoders.STRING()).collectAsList())
        .containsExactlyInAnyOrderElementsOf(lines);
  }

  private static String line(Decisions decisions) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    OutputFormat.JSONL.writer().encode(decisions, line);
    return line.toString(StandardCharsets.UTF_8).strip();
  }
}
