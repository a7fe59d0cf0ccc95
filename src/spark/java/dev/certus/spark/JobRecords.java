package dev.certus.spark;

import dev.certus.record.RecordProblem;
import dev.certus.run.RejectReason;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The frame that all input becomes: one row a candidate's record, not yet read. */
final class JobRecords {

  /** The file that it is in, or null. */
  static final String FILE = "file";

  /** The candidate's id where it is known before the record is read, else null. */
  static final String CANDIDATE_ID = "candidateId";

  /** The record as JSON in UTF-8. */
  static final String RAW = "raw";

  /** Why it cannot be decided, as {@link RejectReason} writes it, or null. */
  static final String REASON = "reason";

  /** What is wrong with it, or null. */
  static final String PROBLEMS = "problems";

  /** One thing wrong with a record. */
  static final StructType PROBLEM =
      new StructType()
          .add("pointer", DataTypes.StringType)
          .add("found", DataTypes.StringType)
          .add("expected", DataTypes.StringType);

  static final StructType SCHEMA =
      new StructType()
          .add(FILE, DataTypes.StringType)
          .add(CANDIDATE_ID, DataTypes.StringType)
          .add(RAW, DataTypes.BinaryType)
          .add(REASON, DataTypes.StringType)
          .add(PROBLEMS, DataTypes.createArrayType(PROBLEM));

  private JobRecords() {}

  /** The place of a column; Spark hands over rows that do not know the names of their columns. */
  static int at(String column) {
    return SCHEMA.fieldIndex(column);
  }

  /** Problems as the frame holds them. */
  static Seq<Row> problems(List<RecordProblem> problems) {
    List<Row> rows =
        problems.stream()
            .map(p -> RowFactory.create(p.pointer(), p.found(), p.expected()))
            .toList();
    return CollectionConverters.asScala(rows);
  }
}
