package dev.certus.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Records;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records as they are written: their fields in order, those without a value left out. */
class RecordJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'candidateId':'C'}",
        "{'candidateId':'C','zone':'Asia/Tokyo'}",
        "{'candidateId':'C','zone':'Asia/Tokyo','attempts':[{'id':'A','exam':'E',"
            + "'startedAt':'2026-03-02T10:00:00+09:00','score':650}]}",
        "{'candidateId':'C','zone':'Asia/Tokyo','attempts':[{'id':'A','exam':'E',"
            + "'startedAt':'2026-03-02T10:00:00-05:00','zone':'America/New_York','score':650,"
            + "'outcome':'fail','resultPostedAt':'2026-03-05T04:00:00-05:00','language':'en',"
            + "'delivery':'test-center'}]}",
        "{'candidateId':'C','attempts':[{'id':'A','exam':'E',"
            + "'startedAt':'2026-03-02T10:00:00.5Z','outcome':'invalidated'},"
            + "{'id':'B','exam':'E','startedAt':'2026-03-02T10:00:00Z','score':100}]}",
        "{'candidateId':'C','appointments':[{'id':'P','exam':'E',"
            + "'startsAt':'2026-12-01T10:00:00Z','status':'booked'}]}",
        "{'candidateId':'C','appointments':[{'id':'P','exam':'E',"
            + "'startsAt':'2026-12-01T19:00:00+09:00','zone':'Asia/Tokyo','status':'missed',"
            + "'delivery':'online','language':'ja','reschedules':1,"
            + "'exception':{'kind':'medical','status':'approved'}}]}",
        "{'candidateId':'C','certifications':[{'id':'K','certification':'X',"
            + "'earnedOn':'2024-02-29','zone':'Asia/Tokyo'}]}",
        "{'candidateId':'C','vouchers':[{'id':'V','percent':100,'expiresOn':'2027-10-20'},"
            + "{'id':'W','percent':50,'expiresOn':'2027-10-20','redeemed':true}]}"
      })
  void aRecordIsWrittenAsItWasRead(String json) {
    byte[] line = RecordJson.line(Records.of(json));

    assertThat(new String(line, StandardCharsets.UTF_8)).isEqualTo(json.replace('\'', '"'));
  }
}
