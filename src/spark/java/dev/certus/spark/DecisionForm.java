package dev.certus.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.output.DecisionColumn;
import dev.certus.output.OutputFormat;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The forms of frames of decisions. */
public enum DecisionForm {
  /** One row a candidate, with one column: {@code value}, the line of JSON. */
  LINES,
  /** One row a decision, with the columns of {@link DecisionColumn}. */
  ROWS;

  /** What one candidate's decisions are in a frame of answers. */
  DataType type() {
    return this == LINES ? DataTypes.BinaryType : DataTypes.createArrayType(row());
  }

  private static StructType row() {
    StructType row = new StructType();
    for (DecisionColumn column : DecisionColumn.values()) {
      DataType text = DataTypes.StringType;
      row =
          row.add(
              column.written(),
              column.kind() == DecisionColumn.Kind.LIST ? DataTypes.createArrayType(text) : text);
    }
    return row;
  }

  /** One candidate's decisions as a value of {@link #type}. */
  Object of(Decisions decisions) {
    if (this == LINES) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      OutputFormat.JSONL.writer().encode(decisions, line);
      return Arrays.copyOf(line.toByteArray(), line.size() - 1); // without its line feed
    }
    return decisions.decisions().stream()
        .map(decision -> row(decisions, decision))
        .toArray(Row[]::new);
  }

  private static Row row(Decisions decisions, Decision decision) {
    return RowFactory.create(
        Arrays.stream(DecisionColumn.values())
            .map(column -> column.of(decisions, decision))
            .map(cell -> cell instanceof List<?> list ? list.toArray(String[]::new) : cell)
            .toArray());
  }

  /** The frame of decisions in a frame of answers of this form. */
  Dataset<Row> decisions(Dataset<Row> answers) {
    Dataset<Row> answered = answers.where(col(Answers.DECISIONS).isNotNull());
    return this == LINES
        ? answered.select(col(Answers.DECISIONS).cast(DataTypes.StringType).as("value"))
        : answered.select(explode(col(Answers.DECISIONS)).as("row")).select("row.*");
  }
}
