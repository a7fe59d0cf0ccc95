package dev.certus.batch;

import dev.certus.record.CandidateRecord;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Decides records and encodes the answers. Thread-safe. */
public interface Answerer {

  /**
   * Decides a record.
   *
   * @param out takes the answer as it is to be written
   * @return the codes of its decisions
   * @throws dev.certus.engine.DecisionException where the rules cannot; nothing was written then
   * @throws dev.certus.output.UnwritableException where the answer cannot be written
   */
  List<String> answer(CandidateRecord record, ByteArrayOutputStream out);
}
