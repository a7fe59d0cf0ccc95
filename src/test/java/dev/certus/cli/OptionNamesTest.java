package dev.certus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run it once without checkpoints, to start over|run it once without --checkpoint, to start over",
        "a run with checkpoints resumes|a run with --checkpoint resumes",
        "name its place: attempts=results.csv|name its place: --table attempts=results.csv",
        "name another table|name another table with --output-table",
        "a run with a higher limit of facts|a run with a higher limit of facts (--max-facts)",
        "a run with a higher limit of seconds|a run with a higher limit of seconds (--max-seconds)",
        "the table attempts.csv is empty|the table attempts.csv is empty"
      })
  void namesTheOptionsThatAMessageMeans(String message, String named) {
    assertThat(OptionNames.in(message)).isEqualTo(named);
  }
}
