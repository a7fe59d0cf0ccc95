package dev.certus.spark;

import dev.certus.Packs;
import dev.certus.pack.PackFiles;
import dev.certus.rulebook.RuleCache;
import dev.certus.rulebook.ShippedRuleBook;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;

/** What tests share: Spark on two threads of this JVM, and the pack that is shipped. */
final class LocalSpark {

  static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");

  static final ShippedRuleBook AWS =
      ShippedRuleBook.of(PackFiles.read(Packs.AWS, "aws"), RuleCache.none());

  static final SparkSession SPARK =
      SparkSession.builder()
          .master("local[2]")
          .config("spark.ui.enabled", false)
          .config("spark.sql.shuffle.partitions", 8)
          .config("spark.sql.session.timeZone", "Pacific/Apia")
          .getOrCreate();

  private LocalSpark() {}

  static SparkDecider decider() {
    return new SparkDecider(SPARK, AWS, AS_OF);
  }
}
