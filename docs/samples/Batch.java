import dev.certus.adapter.Sinks;
import dev.certus.adapter.Sources;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.DecideRun;
import dev.certus.run.DecisionSink;
import dev.certus.run.RecordSource;
import dev.certus.run.Rejection;
import dev.certus.run.RunListener;
import dev.certus.run.RunOptions;
import dev.certus.run.RunResult;
import java.nio.file.Path;
import java.time.Instant;

/** Decides a file of records inside a Java program. */
class Batch {

  public static void main(String[] arguments) throws Exception {
    RuleBook book = RuleBook.load(Path.of("rules/aws"));
    RunOptions options =
        RunOptions.asOf(Instant.parse("2026-11-23T08:00:00Z"))
            .withThreads(2)
            .withManifest(Path.of("decisions.csv.manifest.json"))
            .withListener(new Rejections());

    try (RecordSource source =
            Sources.open(book.pack().record(), "docs/samples/candidates.jsonl");
        DecisionSink sink = Sinks.open("decisions.csv")) {
      RunResult result = new DecideRun(book, options).run(source, sink);
      System.out.println(result.tally().decided() + " records decided");
    }
  }

  /** Prints what is wrong with rejected records. */
  private static final class Rejections implements RunListener {

    @Override
    public void rejected(Rejection rejection) {
      System.out.println(rejection.candidateId() + ": " + rejection.fault().problems());
    }
  }
}
