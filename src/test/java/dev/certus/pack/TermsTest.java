package dev.certus.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.problem.Location;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which day chooses the value of a term, and from which it is counted. */
class TermsTest {

  private static final Day DECEMBER = day("2026-12-01");

  private final Terms terms =
      new Terms(
          List.of(
              term("extension", Unit.CALENDAR_YEARS, 1, 2),
              term("notice", Unit.ELAPSED_HOURS, 24, 48)));

  private static Term term(String name, Unit unit, int before, int after) {
    return new Term(
        name,
        "A term.",
        unit,
        null,
        "CLAUSE",
        "this test",
        null,
        List.of(value(DECEMBER.date(), after), value(null, before)),
        Location.of("terms.yaml"));
  }

  private static Term.Value value(LocalDate from, int amount) {
    return new Term.Value(from, null, Map.of(Term.ANY, BigDecimal.valueOf(amount)));
  }

  private static Day day(String date) {
    return new Day(LocalDate.parse(date), ZoneOffset.UTC);
  }

  /** A value that begins between an assessment and the expiry that it extends. */
  @Test
  void thePeriodOfTheEventIsCountedFromALaterDay() {
    Day assessed = day("2026-11-20");
    Day expires = day("2027-01-10");

    assertThat(terms.after("extension", assessed, expires)).isEqualTo(day("2028-01-10"));
    assertThat(terms.after("extension", expires)).isEqualTo(day("2029-01-10"));
    assertThat(terms.before("extension", DECEMBER, expires)).isEqualTo(day("2025-01-10"));
    assertThat(terms.before("extension", assessed)).isEqualTo(day("2025-11-20"));
  }

  @Test
  void elapsedTimeTakesTheValueOfThatDayToo() {
    Moment start = new Moment(Instant.parse("2026-12-10T10:00:00Z"), ZoneOffset.UTC);

    assertThat(terms.before("notice", start)).hasToString("2026-12-08T10:00:00Z");
    assertThat(terms.before("notice", day("2026-11-30"), start))
        .hasToString("2026-12-09T10:00:00Z");
    assertThat(terms.after("notice", day("2026-11-30"), start)).hasToString("2026-12-11T10:00:00Z");
  }
}
