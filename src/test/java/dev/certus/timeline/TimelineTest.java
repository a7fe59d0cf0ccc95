package dev.certus.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.Records;
import dev.certus.decision.Decision;
import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.population.Population;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Timelines hold what is decided at each instant, and are drawn whatever the record says. */
class TimelineTest {

  private static final Instant AS_OF = Instant.parse("2026-11-23T08:00:00Z");
  private static final RuleBook BOOK = Packs.aws();
  private static final String HOSTILE = "<script>alert(1)</script>&\\\" \\u0007";

  private static Engine engine;

  @BeforeAll
  static void open() {
    engine = EngineChoice.PLAN.open(BOOK, Limits.DEFAULT);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void holdsWhatIsDecidedAtEachInstant() {
    Population population = new Population(BOOK.pack(), 51, AS_OF);
    Random random = new Random(51);
    for (int number = 0; number < 200; number++) {
      CandidateRecord record = population.candidate(number);
      Timeline timeline = Timeline.of(engine, record, AS_OF);
      List<Instant> instants = new ArrayList<>();
      timeline.boundaries().forEach(moment -> instants.add(moment.instant()));
      if (instants.isEmpty()) {
        continue;
      }
      Instant first = instants.get(0);
      for (int i = 0; i < 20; i++) {
        instants.add(first.plus(Duration.ofMinutes(random.nextInt(5_000_000))));
      }
      for (Instant instant : instants) {
        assertThat(
                timeline.lanes().stream().flatMap(lane -> given(lane, instant).stream()).sorted())
            .as(record + " at " + instant)
            .zipSatisfy(
                engine.decide(record, instant).decisions(),
                (drawn, decided) -> assertThat(drawn.isStill(decided)).isTrue());
      }
    }
  }

  private static List<Decision> given(Lane lane, Instant instant) {
    return lane.spans().stream()
        .filter(span -> span.holdsAt(instant))
        .map(DecisionSpan::decision)
        .toList();
  }

  @Test
  void marksClockChangesAndTheZoneOfEachBoundary() {
    Timeline timeline =
        timeline(
            """
            {"candidateId":"C-1","zone":"America/New_York","attempts":[{"id":"A-1","exam":"AIF-C01",\
            "startedAt":"2026-10-18T10:00:00+02:00","zone":"Europe/Paris","score":600}]}""");

    assertThat(timeline.boundaries())
        .hasToString("[2026-10-18T10:00+02:00, 2026-11-01T00:00+01:00]".replace(":00+", ":00:00+"));
    assertThat(timeline.clockChanges()).isEmpty();
    assertThat(text(timeline, TimelineFormat.HUMAN))
        .contains("until 2026-11-01 00:00 +01:00 Europe/Paris\n");
  }

  @Test
  void aBoundaryInTheNightInWhichClocksChangeIsMarked() {
    Timeline timeline =
        timeline(
            """
            {"candidateId":"C-1","zone":"America/New_York","attempts":[{"id":"A-1","exam":"AIF-C01",\
            "startedAt":"2026-10-18T10:00:00-04:00","score":600},{"id":"A-2","exam":"CLF-C02",\
            "startedAt":"2026-10-28T10:00:00-04:00","score":600}]}""");

    assertThat(timeline.clockChanges())
        .singleElement()
        .satisfies(change -> assertThat(change.at()).hasToString("2026-11-01T01:00:00-05:00"));
    assertThat(text(timeline, TimelineFormat.HUMAN))
        .contains("until 2026-11-01 00:00 -04:00 ~\n", "from 2026-10-28 10:00 -04:00\n");
    assertThat(text(timeline, TimelineFormat.SVG)).contains("2026-11-01 00:00 -04:00 ◷ AWS-RETAKE");
  }

  @Test
  void aRecordWithoutFactsHasAnEmptyTimeline() throws Exception {
    Timeline timeline = timeline("{\"candidateId\":\"C-1\"}");

    assertThat(timeline.lanes()).isEmpty();
    assertThat(parsed(text(timeline, TimelineFormat.SVG)).getDocumentElement().getTagName())
        .isEqualTo("svg");
    assertThat(text(timeline, TimelineFormat.HUMAN)).startsWith("C-1, Z ");
  }

  @Test
  void whatARecordSaysIsTextInPictureAndPage() throws Exception {
    Timeline timeline =
        timeline(
            """
            {"candidateId":"%s","attempts":[{"id":"%s","exam":"%s",\
            "startedAt":"2026-10-18T10:00:00Z","score":600}]}"""
                .formatted(HOSTILE, HOSTILE, HOSTILE));

    Document picture = parsed(text(timeline, TimelineFormat.SVG));
    assertThat(picture.getElementsByTagName("script").getLength()).isZero();
    assertThat(picture.getDocumentElement().getTextContent())
        .contains("<script>alert(1)</script>&\"");
    assertThat(text(timeline, TimelineFormat.HTML)).doesNotContain("<script", "src=", "href=");
  }

  @Test
  void noLineIsWiderThanATerminal() {
    Population population = new Population(BOOK.pack(), 52, AS_OF);
    for (int number = 0; number < 100; number++) {
      Timeline timeline = Timeline.of(engine, population.candidate(number), AS_OF);
      assertThat(text(timeline, TimelineFormat.HUMAN).lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
  }

  private static Timeline timeline(String json) {
    return Timeline.of(engine, Records.of(json), AS_OF);
  }

  private static String text(Timeline timeline, TimelineFormat format) {
    return format.writer().text(timeline);
  }

  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }
}
