package dev.certus.engine;

import dev.certus.record.CandidateRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides the records of a list one after another. */
abstract class RecordEngine implements Engine {

  @Override
  public List<Answer> decide(List<CandidateRecord> records, Instant asOf) {
    return answers(records, asOf, false);
  }

  @Override
  public List<Answer> decideAhead(List<CandidateRecord> records, Instant asOf) {
    return answers(records, asOf, true);
  }

  private List<Answer> answers(List<CandidateRecord> records, Instant asOf, boolean ahead) {
    List<Answer> answers = new ArrayList<>(records.size());
    for (CandidateRecord record : records) {
      answers.add(answer(record, asOf, ahead));
    }
    return answers;
  }

  /**
   * The answer to one record.
   *
   * @param ahead whether to find when its decisions change next
   */
  abstract Answer answer(CandidateRecord record, Instant asOf, boolean ahead);
}
