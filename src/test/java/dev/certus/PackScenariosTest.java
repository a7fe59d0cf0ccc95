package dev.certus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.certus.engine.SessionEngine;
import dev.certus.scenario.ScenarioReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the scenarios that stand beside the rules, each as a test of its own. */
class PackScenariosTest {

  private static final Path PACK = Packs.AWS;

  @TestFactory
  Stream<DynamicTest> scenarios() {
    SessionEngine engine = new SessionEngine(Packs.aws());
    return ScenarioReader.of(Packs.aws().pack().record(), PACK).stream()
        .map(
            scenario ->
                dynamicTest(
                    scenario.name(),
                    URI.create(
                        "file:%s?line=%d"
                            .formatted(
                                Path.of(scenario.at().file()).toAbsolutePath(),
                                scenario.at().line())),
                    () ->
                        assertThat(
                                scenario.check(
                                    engine.decide(scenario.record(), scenario.asOf()).decisions()))
                            .as("%s (%s)", scenario.name(), scenario.at())
                            .isEmpty()));
  }
}
