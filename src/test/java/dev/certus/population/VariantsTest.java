package dev.certus.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Records;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariantsTest {

  private static final CandidateRecord RECORD =
      Records.of(
          """
          {'candidateId':'C','attempts':[
            {'id':'A-1','exam':'E','startedAt':'2026-03-02T10:00:00Z','score':650,'outcome':'fail'}],
           'certifications':[{'id':'K-1','certification':'X','earnedOn':'2024-02-29'}]}
          """);

  private static List<String> json(Stream<CandidateRecord> records) {
    return records
        .map(record -> new String(RecordJson.line(record), StandardCharsets.UTF_8))
        .toList();
  }

  private static String json(CandidateRecord record) {
    return new String(RecordJson.line(record), StandardCharsets.UTF_8);
  }

  @Test
  void smallerRecordsLackOneFactOrOneField() {
    String whole = json(RECORD);

    List<String> smaller = json(Variants.smaller(RECORD));

    assertThat(smaller)
        .contains(
            whole.replace(",\"score\":650", ""),
            whole.replace(",\"outcome\":\"fail\"", ""),
            whole.replaceFirst(",\"certifications\":.*]", ""))
        .doesNotContain(whole)
        .allSatisfy(json -> assertThat(json).hasSizeLessThan(whole.length()));
  }

  @Test
  void nearRecordsHaveOneOtherValueBesideIt() {
    String whole = json(RECORD);

    assertThat(json(new Variants().near(RECORD)))
        .contains(
            whole.replace("650", "649"),
            whole.replace("650", "651"),
            whole.replace("10:00:00Z", "09:59:59Z"),
            whole.replace("03-02T", "03-03T"),
            whole.replace("2024-02-29", "2024-03-01"))
        .doesNotContain(whole);
  }

  @Test
  void nearRecordsHaveValuesLearnedFromOthers() {
    Variants variants = new Variants();
    variants.learn(
        Records.of(
            "{'candidateId':'D','vouchers':[],'attempts':[{'id':'B','exam':'F',"
                + "'startedAt':'2020-01-01T00:00:00Z','outcome':'pass'}]}"));

    assertThat(json(variants.near(RECORD)))
        .contains(
            json(RECORD).replace("\"exam\":\"E\"", "\"exam\":\"F\""),
            json(RECORD).replace("\"fail\"", "\"pass\""));
  }
}
