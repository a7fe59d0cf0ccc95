package dev.certus.explain;

import dev.certus.Records;
import dev.certus.engine.SessionEngine;
import dev.certus.engine.Trace;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.time.Instant;

/**
 * A record of five fails within twelve months, and one before, by ids {@code A-1} to {@code A-6}.
 */
final class SixFails {

  static final Instant AS_OF = Instant.parse("2026-05-10T08:00:00Z");

  static final CandidateRecord RECORD =
      Records.of(
          "{'candidateId':'C','attempts':["
              + fail("A-1", "2025-01-02", "test-center")
              + ","
              + fail("A-2", "2026-01-02", "test-center")
              + ","
              + fail("A-3", "2026-02-02", "test-center")
              + ","
              + fail("A-4", "2026-03-02", "test-center")
              + ","
              + fail("A-5", "2026-04-02", "test-center")
              + ","
              + fail("A-6", "2026-05-02", "online")
              + "]}");

  private SixFails() {}

  private static String fail(String id, String date, String delivery) {
    return "{'id':'%s','exam':'NET-1','startedAt':'%sT10:00:00Z','outcome':'fail','delivery':'%s'}"
        .formatted(id, date, delivery);
  }

  static Trace trace(RuleBook book) {
    try (SessionEngine engine = new SessionEngine(book)) {
      return engine.trace(RECORD, AS_OF);
    }
  }
}
