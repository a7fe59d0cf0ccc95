import dev.certus.decision.Decision;
import dev.certus.engine.Engine;
import dev.certus.engine.SessionEngine;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordReader;
import dev.certus.rulebook.RuleBook;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Decides one record inside a Java program. */
class Embedding {

  public static void main(String[] arguments) throws Exception {
    RuleBook book = RuleBook.load(Path.of("rules/aws")); // once: it compiles the rules
    RecordReader reader =
        new RecordReader(
            book.pack().record(), field -> System.err.println("unknown field " + field));
    byte[] json = Files.readAllBytes(Path.of("docs/samples/one.jsonl"));
    CandidateRecord record = reader.read(ByteBuffer.wrap(json));

    try (Engine engine = new SessionEngine(book)) { // once: any thread may call it
      for (Decision decision :
          engine.decide(record, Instant.parse("2026-11-23T08:00:00Z")).decisions()) {
        System.out.println(decision.code() + " of " + decision.subject());
        System.out.println("  " + decision.clause() + ": " + decision.reason());
      }
    }
  }
}
