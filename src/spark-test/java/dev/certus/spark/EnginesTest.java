package dev.certus.spark;

import static dev.certus.spark.LocalSpark.AS_OF;
import static dev.certus.spark.LocalSpark.SPARK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.pack.PackFiles;
import dev.certus.rulebook.RuleCache;
import dev.certus.rulebook.ShippedRuleBook;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class EnginesTest {

  @Test
  void aPackIsStartedOnceHoweverManyTasksDecideByIt() {
    ShippedRuleBook book =
        ShippedRuleBook.of(PackFiles.read(Packs.FIVE_DAYS, "five-days"), RuleCache.none());
    List<String> lines =
        IntStream.range(0, 100).mapToObj("{\"candidateId\":\"C-%d\"}"::formatted).toList();
    Dataset<Row> records =
        JsonRecords.of(SPARK.createDataset(lines, Encoders.STRING()).toDF().repartition(16));
    int before = Engines.built();

    for (int job = 0; job < 2; job++) {
      SparkDecider decider = new SparkDecider(SPARK, book, AS_OF);
      assertThat(decider.decide(records, DecisionForm.LINES).decisions().count()).isEqualTo(100);
    }

    assertThat(Engines.built()).isEqualTo(before + 1);
  }
}
