package dev.certus.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.problem.PackException;
import dev.certus.time.Day;
import dev.certus.yaml.Yaml;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermReaderTest {

  private static final Day DAY = new Day(LocalDate.of(2025, 12, 31), ZoneOffset.UTC);

  private static final String FEE =
      """
      fee:
        description: The fee.
        unit: money
        currency: USD
        clause: FEE
        reference: a page
        values:
          - value: {low: 50, high: 100.5}
          - {from: 2026-01-01, value: 70.00}
      """;

  private static Term read(String text) {
    return new TermReader(Set.of("FEE")).read(Yaml.parse("terms.yaml", text)).iterator().next();
  }

  @Test
  void theValueInForceOnADayCounts() {
    Term fee = read(FEE);

    assertThat(fee.amount("low", DAY)).isEqualTo(new BigDecimal("50.00"));
    assertThat(fee.amount("high", DAY)).isEqualTo(new BigDecimal("100.50"));
    assertThat(fee.amount(Term.ANY, DAY.next())).isEqualTo(new BigDecimal("70.00"));
    assertThat(fee.unit()).isEqualTo(Unit.MONEY);
    assertThat(fee.currency()).isEqualTo("USD");
    assertThatThrownBy(() -> fee.amount("middle", DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no value for `middle`");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unit: money      | unit: monye         | 3:9  | `unit` cannot be `monye`
          currency: USD    | note: USD           | 2:3  | `currency` is missing here
          clause: FEE      | clause: FEES        | 5:11 | the pack has no clause `FEES`
          high: 100.5      | high: 100.555       | 8:30 | two decimal places at most
          high: 100.5      | high: -1            | 8:30 | a term is not negative
          high: 100.5      | high: much          | 8:30 | `much` is not a number
          from: 2026-01-01 | since: 2026-01-01   | 9:7  | each value begins after the one before it
          reference:       | referense:          | 6:3  | `referense` has no meaning here
          unit: money      | unit: count         | 8:30 | a number of count is a whole number below a million
          """)
  void whatIsWrongIsReportedAtItsPlace(String text, String by, String place, String message) {
    assertThatThrownBy(() -> read(FEE.replace(text, by)))
        .isInstanceOf(PackException.class)
        .hasMessageStartingWith("terms.yaml:%s: ".formatted(place))
        .hasMessageContaining(message);
  }

  @Test
  void theKeysKeepTheirOrder() {
    String keyed = FEE.replace("{low: 50, high: 100.5}", "{f: 1, a: 2, e: 3, b: 4, d: 5, c: 6}");

    assertThat(read(keyed).values())
        .anySatisfy(
            value ->
                assertThat(value.amounts().keySet()).containsExactly("f", "a", "e", "b", "d", "c"));
  }

  @Test
  void aTermWithoutValuesIsReported() {
    String text = FEE.substring(0, FEE.indexOf("values:")) + "values: []\n";

    assertThatThrownBy(() -> read(text)).hasMessageContaining("a term has at least one value");
  }
}
