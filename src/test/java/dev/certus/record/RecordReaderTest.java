package dev.certus.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.certus.Packs;
import dev.certus.Records;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {

  private static final RecordShape SHAPE = Packs.aws().pack().record();

  private final List<String> unknown = new ArrayList<>();
  private final RecordReader reader = new RecordReader(SHAPE, unknown::add);

  @Test
  void readsEveryField() throws RecordException {
    CandidateRecord record =
        reader.read(
            Records.bytes(
                """
                {'candidateId':'C-1','zone':'America/New_York',
                 'attempts':[{'id':'A-1','exam':'E','startedAt':'2026-03-02T10:00:00-05:00',
                   'zone':'Asia/Tokyo','score':650,'outcome':'fail',
                   'resultPostedAt':'2026-03-05T09:00:00Z','language':'en','delivery':'test-center'}],
                 'appointments':[{'id':'P-1','exam':'E','startsAt':'2026-12-01T10:00:00Z',
                   'status':'missed','reschedules':2,
                   'exception':{'kind':'medical','status':'approved'}}],
                 'certifications':[{'id':'K-1','certification':'C','earnedOn':'2024-02-29'}],
                 'vouchers':[{'id':'V-1','percent':50,'expiresOn':'2027-10-20','redeemed':true}]}
                """));
    assertThat(record.zone()).isEqualTo(ZoneId.of("America/New_York"));
    RecordEntry attempt = record.list("attempts").get(0);
    assertThat(attempt.id()).isEqualTo("A-1");
    assertThat(attempt.text("exam")).isEqualTo("E");
    assertThat(attempt.instant("startedAt")).isEqualTo("2026-03-02T15:00:00Z");
    assertThat(attempt.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(attempt.value("score")).isEqualTo(650);
    assertThat(attempt.text("outcome")).isEqualTo("fail");
    assertThat(attempt.instant("resultPostedAt")).isEqualTo("2026-03-05T09:00:00Z");
    assertThat(attempt.text("language")).isEqualTo("en");
    assertThat(attempt.text("delivery")).isEqualTo("test-center");
    RecordEntry appointment = record.list("appointments").get(0);
    assertThat(appointment.value("reschedules")).isEqualTo(2);
    assertThat(((RecordEntry) appointment.value("exception")).text("kind")).isEqualTo("medical");
    assertThat(((RecordEntry) appointment.value("exception")).text("status")).isEqualTo("approved");
    assertThat(record.list("certifications").get(0).date("earnedOn"))
        .isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(record.list("vouchers").get(0).value("redeemed")).isEqualTo(true);
    assertThat(unknown).isEmpty();
  }

  @Test
  void whatItWritesItReadsAgain() throws RecordException {
    CandidateRecord record =
        reader.read(
            Records.bytes(
                """
            {'candidateId':'C-1','attempts':[
              {'id':'A-1','exam':'E','startedAt':'2026-03-02T10:00:00.5Z','outcome':'invalidated'}],
             'appointments':[{'id':'P-1','exam':'E','startsAt':'2026-12-01T10:00:00Z',
              'status':'missed','exception':{'kind':'other','status':'denied'}}],
             'vouchers':[{'id':'V-1','percent':100,'expiresOn':'2027-10-20'}]}
            """));
    assertThat(reader.read(ByteBuffer.wrap(RecordJson.line(record)))).isEqualTo(record);
  }

  @Test
  void missingListsAndNullsAreNothing() throws RecordException {
    CandidateRecord record =
        reader.read(Records.bytes("{'candidateId':'C-1','zone':null,'attempts':null}"));
    assertThat(record.zone()).isNull();
    assertThat(record.list("attempts")).isEmpty();
    assertThat(record.list("vouchers")).isEmpty();
  }

  @Test
  void unknownFieldsAreReportedAndIgnored() throws RecordException {
    reader.read(
        Records.bytes(
            """
            {'candidateId':'C-1','shoe':44,'appointments':[{'id':'P','exam':'E','status':'booked',
             'startsAt':'2026-12-01T10:00:00Z',
             'exception':{'kind':'other','status':'denied','by':'me'}}]}
            """));
    assertThat(unknown).containsExactlyInAnyOrder("shoe", "appointments.exception.by");
  }

  @Test
  void asManyUnknownFieldsAsThereAreMissingOnesAreReported() throws RecordException {
    reader.read(Records.bytes("{'candidateId':'C-1','a':1,'b':2,'c':3,'d':4}"));

    assertThat(unknown).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void aRecordIsReadFromAnyPlaceInABuffer() throws RecordException {
    ByteBuffer bytes =
        ByteBuffer.wrap("[]{\"candidateId\":\"C-1\"}".getBytes(StandardCharsets.UTF_8));
    bytes.position(2);

    assertThat(reader.read(bytes).candidateId()).isEqualTo("C-1");
  }

  @Test
  void aRejectedRecordIsNamedByItsCandidate() {
    RecordException rejected =
        catchThrowableOfType(
            RecordException.class,
            () -> reader.read(Records.bytes("{'candidateId':'C-1','zone':7}")));

    assertThat(rejected.candidateId()).isEqualTo("C-1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [] | `` | a JSON object
          {'zone':'UTC'} | /candidateId | a text that is not blank
          {'candidateId':' '} | /candidateId | a text that is not blank
          {'candidateId':7} | /candidateId | a text that is not blank
          {'candidateId':'\\uD800'} | /candidateId | a text that is not blank
          {'candidateId':'\\uD83D\\uDE00\\uD83D'} | /candidateId | a text that is not blank
          {'candidateId':'C','appointments':[{'id':'P','exam':'E','startsAt':'2026-03-02T10:00:00Z','status':'booked','exception':'other'}]} | /appointments/0/exception | an object
          {'candidateId':'C','appointments':[{'id':'P','exam':'E','startsAt':'2026-03-02T10:00:00Z','status':'missed','delivery':'tele'}]} | /appointments/0/delivery | one of "online", "test-center"
          {'candidateId':'C','zone':'+05:00'} | /zone | an IANA time zone
          {'candidateId':'C','zone':'Mars/Base'} | /zone | an IANA time zone
          {'candidateId':'C','attempts':{}} | /attempts | a list
          {'candidateId':'C','attempts':[7]} | /attempts/0 | an object
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','startedAt':'2026-03-02T10:00:00Z'}]} | /attempts/0 | at least one of `score` and `outcome`
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','score':700}]} | /attempts/0/startedAt | an instant
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','score':700,'startedAt':'2026-03-02T10:00:00'}]} | /attempts/0/startedAt | an instant
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','score':700,'startedAt':'2026-13-02T10:00:00Z'}]} | /attempts/0/startedAt | an instant
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','score':700,'startedAt':'0000-03-02T10:00:00Z'}]} | /attempts/0/startedAt | an instant of the years 1900
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','score':99,'startedAt':'2026-03-02T10:00:00Z'}]} | /attempts/0/score | a whole number from 100 to 1000
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','score':1001,'startedAt':'2026-03-02T10:00:00Z'}]} | /attempts/0/score | a whole number from 100 to 1000
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','score':700.5,'startedAt':'2026-03-02T10:00:00Z'}]} | /attempts/0/score | a whole number from 100 to 1000
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','score':'700','startedAt':'2026-03-02T10:00:00Z'}]} | /attempts/0/score | a whole number from 100 to 1000
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','score':1e400,'startedAt':'2026-03-02T10:00:00Z'}]} | /attempts/0/score | a whole number from 100 to 1000
          {'candidateId':'C','attempts':[{'id':'A','exam':'E','outcome':'Pass','startedAt':'2026-03-02T10:00:00Z'}]} | /attempts/0/outcome | one of "pass", "fail"
          {'candidateId':'C','appointments':[{'id':'P','exam':'E','startsAt':'2026-03-02T10:00:00Z'}]} | /appointments/0/status | one of "booked"
          {'candidateId':'C','appointments':[{'id':'P','exam':'E','startsAt':'2026-03-02T10:00:00Z','status':'booked','reschedules':-1}]} | /appointments/0/reschedules | a whole number from 0
          {'candidateId':'C','appointments':[{'id':'P','exam':'E','startsAt':'2026-03-02T10:00:00Z','status':'booked','exception':{'kind':'other'}}]} | /appointments/0/exception/status | one of "requested"
          {'candidateId':'C','certifications':[{'id':'K','certification':'C','earnedOn':'2023-02-29'}]} | /certifications/0/earnedOn | a date
          {'candidateId':'C','vouchers':[{'id':'V','percent':0,'expiresOn':'2026-01-01'}]} | /vouchers/0/percent | a whole number from 1 to 100
          {'candidateId':'C','vouchers':[{'id':'V','percent':1,'expiresOn':'2026-01-01','redeemed':'no'}]} | /vouchers/0/redeemed | true or false
          {'candidateId':'C','vouchers':[{'id':'V','percent':1,'expiresOn':'2026-01-01'},{'id':'V','percent':1,'expiresOn':'2026-01-01'}]} | /vouchers/1/id | an id that occurs once in a list
          {'candidateId':'C','candidateId':'D'} | `` | one JSON object, whole
          {'candidateId':'C'} {} | `` | nothing after it
          {'candidateId':'C | `` | one JSON object, whole
          """)
  void breachesAreRejectedAtTheirPlace(String json, String pointer, String expected) {
    RecordException rejected =
        catchThrowableOfType(RecordException.class, () -> reader.read(Records.bytes(json)));
    assertThat(rejected.problems()).hasSize(1);
    assertThat(rejected.problems().get(0).pointer()).isEqualTo(pointer == null ? "" : pointer);
    assertThat(rejected.problems().get(0).expected()).contains(expected);
  }

  @Test
  void allProblemsOfARecordAreReportedAtOnce() {
    assertThatThrownBy(
            () ->
                reader.read(
                    Records.bytes(
                        """
                        {'zone':'x','attempts':[{'id':'A','startedAt':'now','score':1}]}
                        """)))
        .isInstanceOfSatisfying(
            RecordException.class,
            e ->
                assertThat(e.problems())
                    .extracting(RecordProblem::pointer)
                    .containsExactly(
                        "/candidateId",
                        "/zone",
                        "/attempts/0/exam",
                        "/attempts/0/startedAt",
                        "/attempts/0/score"));
  }

  @Test
  void bytesThatAreNoUtf8AreRejected() {
    ByteBuffer latin1 = StandardCharsets.ISO_8859_1.encode("{\"candidateId\":\"J\u00fcrgen\"}");
    assertThatThrownBy(() -> reader.read(latin1)).hasMessageContaining("not UTF-8");
  }

  @Test
  void textsOfAnyCharactersAreKept() throws RecordException {
    String id = "\uD83D\uDE00\uFFFD\u00fc";

    assertThat(reader.read(Records.bytes("{'candidateId':'" + id + "'}")).candidateId())
        .isEqualTo(id);
  }

  @Test
  void whatIsNoJsonIsRejectedWithTheColumn() {
    assertThatThrownBy(() -> reader.read(Records.bytes("{'candidateId':'C',}")))
        .hasMessageContaining("Unexpected character ('}' (code 125))")
        .hasMessageContaining("(column 20)");
  }

  @Test
  void aValueIsCutOffAfterSixtyCharacters() {
    for (int length : List.of(56, 57)) {
      String json = "{'candidateId':['" + "x".repeat(length) + "']}";
      RecordException rejected =
          catchThrowableOfType(RecordException.class, () -> reader.read(Records.bytes(json)));
      String found = rejected.problems().get(0).found();
      assertThat(found.endsWith("…")).isEqualTo(length == 57);
    }
  }

  @Test
  void aLongValueIsShownInShort() {
    String json = "{'candidateId':['" + "x".repeat(1000) + "']}";
    assertThatThrownBy(() -> reader.read(Records.bytes(json)))
        .hasMessageContaining("x…")
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(200));
  }

  /** Numbers, texts and depths that make a parser throw what it does not declare. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1e999999999999, too large an exponent",
    "1E2147483648, too large an exponent",
    "1E-2147483648, too large an exponent",
    "-1e-99999999999999999999, too large an exponent",
  })
  void aNumberThatNothingCanHoldRejectsItsRecord(String number, String found) {
    for (String field : List.of("'x':", "'attempts':", "'attempts':[{'score':", "'zone':")) {
      String ends = field.contains("[{") ? "}]}" : "}";
      String json = "{'candidateId':'C'," + field + number + ends;
      RecordException rejected =
          catchThrowableOfType(RecordException.class, () -> reader.read(Records.bytes(json)));

      assertThat(rejected.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.found()).contains(found));
    }
  }

  @Test
  void whatIsTooDeepOrTooLongRejectsItsRecord() {
    for (String value :
        List.of(
            "[".repeat(100_000) + "]".repeat(100_000),
            "{'a':".repeat(100_000) + "1" + "}".repeat(100_000),
            "9".repeat(1_000_000))) {
      String json = "{'candidateId':'C','x':" + value + "}";
      assertThat(
              catchThrowableOfType(RecordException.class, () -> reader.read(Records.bytes(json))))
          .hasMessageContaining("more than JSON may hold");
    }
  }
}
